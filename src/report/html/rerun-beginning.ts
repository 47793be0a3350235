import { ownSpecificationName } from '../../model/own-specification-name.ts';
import type { RunResult } from '../../model/run-result.ts';
import { shellWord } from '../../model/shell-word.ts';

/**
 * The beginning of a shell command that runs one scenario again: its id has to follow. Traffic is
 * judged again as a whole, and the id says what to look at.
 */
export function rerunBeginning({ plan, noun }: RunResult): string {
  const { target, specification, strict, unsafe, embedded } = plan;
  const flags = [
    ...(specification === ownSpecificationName ? [] : ['--spec', shellWord(specification)]),
    ...(strict ? ['--strict'] : []),
    ...(unsafe === true ? ['--unsafe'] : []),
  ];
  // Its port is another one each time, and nobody listens there any more.
  const at = embedded === true ? [] : ['--target', shellWord(target)];
  const words =
    noun === undefined
      ? [...at, ...flags, '--only']
      : /^https?:/.test(target)
        ? ['proxy', ...at, ...flags, '#']
        : ['check', ...target.split(', ').map(shellWord), ...flags, '#'];
  return `npx matrix-conformance ${words.join(' ')} `;
}
