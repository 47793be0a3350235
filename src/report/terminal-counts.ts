import type { RunResult } from '../model/run-result.ts';
import { verdicts } from '../model/verdict.ts';
import type { Paint } from './paint.ts';
import { verdictSigns } from './verdict-sign.ts';

/** The counts in one line, the gravest first: `✗ 2 fail · ✓ 56 pass`. Those of zero are left out. */
export function terminalCounts({ counts }: Pick<RunResult, 'counts'>, paint: Paint): string {
  return verdicts
    .filter((verdict) => counts[verdict] > 0 || verdict === 'pass')
    .map((verdict) => {
      const { colour, symbol } = verdictSigns[verdict];
      return paint(colour, `${symbol} ${counts[verdict]} ${verdict}`);
    })
    .join(' · ');
}
