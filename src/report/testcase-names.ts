import type { Outcome } from '../model/outcome.ts';
import { visible } from './visible.ts';

/** The `classname` and the `name` of a testcase. */
export interface TestcaseNames {
  readonly classname: string;
  readonly name: string;
}

/** Azure DevOps takes 512 characters for both; the room that is left is for making them unique. */
const longestClassname = 200;
const longestName = 300;

/**
 * The class of a suite's testcases: `matrix-conformance.room_state`. Jenkins takes what stands
 * before the last dot for the package, so a suite's own dots have to go.
 */
export function classname(suite: string): string {
  return visible(`matrix-conformance.${suite.replaceAll('.', '_')}`, longestClassname);
}

/**
 * A function that names one outcome after the other, each name once.
 *
 * The name is the last part of the requirement's id, not its title: ids are permanent, titles get
 * reworded, and GitLab, Jenkins and GitHub's reporters know a test again, to say since when it
 * fails, by its names alone. The ids read as sentences, are short enough for a table, and are what
 * `--only` takes. The title is the body's first line.
 */
export function testcaseNames(): (outcome: Outcome) => TestcaseNames {
  const taken = new Set<string>();
  return (outcome) => {
    const group = classname(outcome.suite);
    const prefix = `${outcome.suite}/`;
    const last = outcome.id.startsWith(prefix) ? outcome.id.slice(prefix.length) : outcome.id;
    const plain = visible(last, longestName);
    let name = plain;
    for (let copy = 2; taken.has(`${group}\n${name}`); copy++) name = `${plain} (${copy})`;
    taken.add(`${group}\n${name}`);
    return { classname: group, name };
  };
}
