import type { Expectation, Judgement, LineEdit, Met } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import { changedLines } from './changed-lines.ts';
import { changesFor } from './changes-for.ts';
import { versionHolds } from './version-holds.ts';

/** What an expectation is judged by, besides the outcome. */
export interface Circumstances {
  /** What the server calls itself. */
  readonly software: string;
  /** The day in UTC: `2026-11-25`. */
  readonly today: string;
}

/** Whether a scenario is not to be run at all. */
export function isSkipped({ expect, versions }: Expectation, { software }: Circumstances): boolean {
  return expect === 'skip' && versionHolds(versions, software) !== 'no';
}

/** Says how an outcome met what was expected of it. */
export function judge(
  expectation: Expectation,
  outcome: Outcome,
  circumstances: Circumstances,
): Judgement {
  const { id: _id, lines: _lines, spans: _spans, reasonLine: _at, ...said } = expectation;
  const met = metBy(expectation, outcome, circumstances);
  const edit = editFor(met, expectation, outcome);
  const told = sentence(met, expectation, outcome, circumstances);
  const isUnknown = versionHolds(expectation.versions, circumstances.software) === 'unknown';
  const note = `; the server does not say its version, so the entry for ${expectation.versions} holds`;
  return {
    ...said,
    met,
    told: isUnknown ? told + note : told,
    ...(edit === undefined ? {} : { edit }),
  };
}

function metBy(expectation: Expectation, outcome: Outcome, circumstances: Circumstances): Met {
  const { expect, kind, versions, until } = expectation;
  if (versionHolds(versions, circumstances.software) === 'no') return 'other-version';
  if (until !== undefined && circumstances.today > until) return 'expired';
  if (expect === 'skip') return 'skipped';
  const isOfKind = kind === undefined || kind === outcome.kind;
  switch (outcome.verdict) {
    case 'pass':
      return expect === 'flaky' ? 'expected' : 'unexpected-pass';
    case 'fail':
      return expect !== 'advice' && isOfKind ? 'expected' : 'regression';
    case 'advice':
      if (expect === 'fail') return 'changed';
      return isOfKind ? 'expected' : 'regression';
    case 'error':
      // Otherwise an error of the checker would pass for a failure of the homeserver.
      return kind === 'timeout' && outcome.kind === 'timeout' ? 'expected' : 'unclear';
    case 'inconclusive':
    case 'unsupported':
      return 'unclear';
  }
}

function sentence(
  met: Met,
  expectation: Expectation,
  outcome: Outcome,
  { software, today }: Circumstances,
): string {
  const expected = `expected ${withKind(expectation.expect, expectation.kind)}`;
  const came = `and came to ${withKind(outcome.verdict, outcome.kind)}`;
  switch (met) {
    case 'expected':
      return `${expected}, ${came}`;
    case 'unexpected-pass': {
      const how = outcome.intermittent ? 'passed on its second try' : 'passed';
      return `${expected}, and ${how}`;
    }
    case 'changed':
    case 'regression':
    case 'unclear':
      return `${expected}, ${came}`;
    case 'skipped':
      return 'skipped';
    case 'expired':
      return `expected flaky until ${expectation.until}, and today is ${today}: the entry holds no more`;
    case 'other-version':
      return `${expected} of ${expectation.versions}, and this is ${software}: the entry does not hold`;
  }
}

function withKind(word: string, kind: string | undefined): string {
  return kind === undefined ? word : `${word} (${kind})`;
}

function editFor(
  met: Met,
  expectation: Expectation,
  outcome: Outcome,
): readonly LineEdit[] | undefined {
  if (met === 'unexpected-pass') return expectation.lines;
  if (met !== 'changed') return undefined;
  return changedLines(expectation.lines, changesFor(expectation, outcome));
}
