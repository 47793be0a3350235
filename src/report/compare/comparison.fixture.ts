import type { Outcome } from '../../model/outcome.ts';
import type { RunResult } from '../../model/run-result.ts';
import { runResult } from '../report.fixture.ts';
import type { GivenResult } from './comparison.ts';

let runs = 0;

/** A run of a homeserver of that name and version, begun at a time of its own. */
export function runOf(
  software: string,
  outcomes: readonly Outcome[],
  changes: Partial<RunResult> = {},
): RunResult {
  const result = runResult(outcomes);
  runs += 1;
  const startedAt = `2026-11-${String((runs % 28) + 1).padStart(2, '0')}T00:00:00.${String(runs).padStart(3, '0')}Z`;
  return { ...result, startedAt, server: { ...result.server, software }, ...changes };
}

/** A result as it is given to be compared; its file is called after the name. */
export function given(name: string, result: RunResult): GivenResult {
  return { files: [`results/${name}.json`], result };
}
