import type { TestcaseNames } from '../testcase-names.ts';
import { visible } from '../visible.ts';

/** Azure DevOps takes 512 characters for both; a fingerprint has to fit in, too. */
const longestClassname = 200;
const longestName = 260;

/** The class of a rule's testcases. Jenkins takes what stands before the last dot for the package. */
export function exampleClassname(rule: string): string {
  return visible(`matrix-conformance.examples.${rule.replaceAll('.', '_')}`, longestClassname);
}

/**
 * A function that names one thing after the other, each name once. `what` is what stays the same
 * where lines move, such as file and pointer; the `mark`, such as a fingerprint, is added only
 * where that is not enough, or had to be cut.
 */
export function exampleNames(): (rule: string, what: string, mark?: string) => TestcaseNames {
  const taken = new Set<string>();
  return (rule, what, mark = '') => {
    const classname = exampleClassname(rule);
    const plain = visible(what, longestName);
    const isCut = plain !== visible(what, longestName * 10);
    const isTaken = (name: string) => taken.has(`${classname}\n${name}`);
    const marked = `${plain} ${visible(mark, 20)}`.trimEnd();
    const first = isCut || isTaken(plain) ? marked : plain;
    let name = first;
    for (let copy = 2; isTaken(name); copy++) name = `${first} (${copy})`;
    taken.add(`${classname}\n${name}`);
    return { classname, name };
  };
}
