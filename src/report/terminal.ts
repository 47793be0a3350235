import type { RunResult } from '../model/run-result.ts';
import type { Verdict } from '../model/verdict.ts';
import { conclusion } from './conclusion.ts';
import { paint as painter } from './paint.ts';
import { isNothingRun } from './run-trouble.ts';
import { terminalCounts } from './terminal-counts.ts';
import { terminalExpectations } from './terminal-expectations.ts';
import { terminalFacts } from './terminal-facts.ts';
import { terminalFindings } from './terminal-findings.ts';
import { terminalIntermittent } from './terminal-intermittent.ts';
import { terminalRegraded } from './terminal-regraded.ts';
import { terminalWaits } from './terminal-waits.ts';
import { visible } from './visible.ts';
import { indented } from './wrap.ts';

/** How a summary is to look; whether to colour is the caller's to know (terminal, NO_COLOR). */
export interface Look {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

function problems(result: RunResult, width: number): string {
  const interrupted = result.interrupted ? ['the run was interrupted'] : [];
  const all = [...result.problems, ...interrupted];
  if (all.length === 0) return '';
  return ['problems', ...all.map((text) => indented('  ! ', visible(text, 1000), width))].join(
    '\n',
  );
}

/** Where nothing was run there is nothing to tell but why. */
function nothingRun(result: RunResult, target: string, width: number): string {
  const { name, version } = result.checker;
  const why = problems(result, width) || 'no scenario was run';
  return `${name} ${version} could not check ${target}\n${why.replace(/^problems\n/, '')}\n`;
}

function proof({ checker, proof: known }: RunResult): string {
  if (known === undefined) {
    return 'How well this checker bites is not known: run `matrix-conformance self-test`.';
  }
  const { mutants, nulls } = known;
  return (
    `Proof of the checker (${checker.version}): mutation score ${mutants.killed} of ` +
    `${mutants.total} (deliberate faults that it caught), null score ${nulls.passed} of ` +
    `${nulls.total} (scenarios passed by homeservers that do nothing).`
  );
}

/**
 * The run for a reader who has never seen one: what was checked, what broke and how to see it
 * again, what could not be told, and last one sentence that says whether the homeserver conforms.
 *
 * Every text of the homeserver is shown with its control characters as visible escapes, and cut
 * with its length named.
 */
export function terminalSummary(result: RunResult, look: Look): string {
  const paint = painter(look.color);
  const width = Math.max(40, look.width);
  const { checker } = result;
  const colour = (['green', 'red', 'yellow'] as const)[result.exitCode];
  const target = visible(result.plan.target, 200);
  if (isNothingRun(result)) return nothingRun(result, target, width);
  const about = result.exitCode === 2 ? `Whether ${target} conforms, this run` : target;
  const sentence = `${about} ${conclusion(result)}`;
  const shown = (verdict: Verdict) => terminalFindings(result, verdict, paint, width);
  return `${[
    `${paint('bold', `${checker.name} ${checker.version}`)}\n${terminalFacts(result, width)}`,
    ...(['fail', 'error', 'inconclusive', 'advice', 'unsupported'] as const).map(shown),
    ...terminalExpectations(result, paint, width),
    terminalIntermittent(result, width),
    terminalWaits(result, width),
    terminalRegraded(result, width),
    problems(result, width),
    [
      terminalCounts(result, paint),
      ...indented('', sentence, width)
        .split('\n')
        .map((line) => paint(colour, line)),
      indented('', proof(result), width),
    ].join('\n'),
  ]
    .filter((section) => section !== '')
    .join('\n\n')}\n`;
}
