import type { Outcome } from '../model/outcome.ts';
import type { RunResult } from '../model/run-result.ts';
import { standing } from '../model/standing.ts';
import { jsonText } from './json-text.ts';
import { runTrouble } from './run-trouble.ts';
import { shortReason } from './short-reason.ts';
import { visible } from './visible.ts';

/** GitLab's words, the least grave first. */
type Severity = 'info' | 'minor' | 'major' | 'critical' | 'blocker';

/** One finding in the form that GitLab reads, a part of Code Climate's. */
interface Degradation {
  readonly description: string;
  readonly check_name: string;
  /** The same in every run: by it GitLab tells what is new and what is mended. */
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** What is not as expected is less grave than a broken MUST: only a file has to be changed. */
function severity({ verdict }: Outcome): Severity {
  if (verdict === 'fail') return 'critical';
  return verdict === 'advice' ? 'minor' : 'info';
}

function degradation(outcome: Outcome): Degradation {
  const { id, suite, verdict, kind, title, expectation } = outcome;
  const check = visible(id, 200);
  const told = [title, shortReason(outcome)].map((text) => visible(text, 300));
  return {
    description: `${check}: ${told[0] === told[1] ? told[0] : told.join('. ')}`,
    check_name: check,
    fingerprint: ['matrix-conformance', id, kind ?? expectation?.met ?? verdict].join(':'),
    severity: severity(outcome),
    location: {
      path: visible(expectation?.file ?? `${suite}.yaml`),
      lines: { begin: expectation?.line ?? 1 },
    },
  };
}

/**
 * What stands against the homeserver as GitLab's Code Quality report, so that a merge request shows
 * what it breaks and what it mends. Each is at its entry in the expectations file, or, where it has
 * none, at the specification's document. A run that cannot say, or was not whole, is one more
 * finding: without it everything would look mended.
 */
export function gitlab(result: RunResult): string {
  const { outcomes, plan, exitCode } = result;
  const against = outcomes.filter((outcome) => standing(outcome, plan.strict) === 'against');
  const trouble = runTrouble(result, exitCode === 1);
  const preflight: Degradation[] =
    trouble === undefined
      ? []
      : [
          {
            description: `Not everything could be checked: ${visible(trouble.message, 600)}`,
            check_name: 'preflight',
            fingerprint: 'matrix-conformance:preflight',
            severity: trouble.isError ? 'blocker' : 'info',
            location: { path: visible(plan.expectations ?? 'preflight'), lines: { begin: 1 } },
          },
        ];
  return jsonText([...preflight, ...against.map(degradation)]);
}
