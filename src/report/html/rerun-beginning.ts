import { ownSpecificationName } from '../../model/own-specification-name.ts';
import type { RunResult } from '../../model/run-result.ts';

/**
 * The beginning of a shell command that runs one scenario again: its id has to follow. Traffic is
 * judged again as a whole, and the id says what to look at.
 */
export function rerunBeginning({ plan, noun }: RunResult): string {
  const { target, specification, strict, unsafe, embedded } = plan;
  const flags = [
    ...(specification === ownSpecificationName ? [] : ['--spec', quoted(specification)]),
    ...(strict ? ['--strict'] : []),
    ...(unsafe === true ? ['--unsafe'] : []),
  ];
  // Its port is another one each time, and nobody listens there any more.
  const at = embedded === true ? [] : ['--target', quoted(target)];
  const words =
    noun === undefined
      ? [...at, ...flags, '--only']
      : /^https?:/.test(target)
        ? ['proxy', ...at, ...flags, '#']
        : ['check', ...target.split(', ').map(quoted), ...flags, '#'];
  return `npx matrix-conformance ${words.join(' ')} `;
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
