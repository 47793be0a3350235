import type { RunResult } from '../model/run-result.ts';
import { visible } from './visible.ts';
import { indented } from './wrap.ts';

/** The outcomes whose tries did not agree, passes included; empty where there are none. */
export function terminalIntermittent({ outcomes }: RunResult, width: number): string {
  const unstable = outcomes.filter((outcome) => outcome.intermittent);
  if (unstable.length === 0) return '';
  const lines = unstable.map(({ id, tries }) => {
    const verdicts = tries.map(({ verdict }) => verdict).join(', then ');
    const why = tries.find(({ reason }) => reason !== '')?.reason ?? '';
    const because = why === '' ? '' : ` (${visible(why, 200)})`;
    return indented('  ', `${visible(id)}: ${verdicts}${because}`, width);
  });
  return [`intermittent (${unstable.length}): the tries did not agree`, ...lines].join('\n');
}
