import type { RunResult } from '../model/run-result.ts';
import { conclusion } from './conclusion.ts';

/** What is wrong with a run as a whole. The texts are raw: they may be hostile. */
export interface RunTrouble {
  /** Not, where the homeserver conforms all the same: the trouble is told, and fails nobody. */
  readonly isError: boolean;
  /** The gravest of it in one sentence. */
  readonly message: string;
  /** All of it, one sentence each; none where only the conclusion tells it. */
  readonly problems: readonly string[];
}

/**
 * What a reader of a report would not see in the scenarios: that nothing, or not everything, was
 * run, or that nothing can be said. None where nothing is wrong, or where the scenarios show it:
 * `isShown` is whether any of them is told as one that went wrong.
 */
export function runTrouble(result: RunResult, isShown: boolean): RunTrouble | undefined {
  const { outcomes, exitCode, interrupted } = result;
  const problems = interrupted ? [...result.problems, 'the run was interrupted'] : result.problems;
  const isSilent = exitCode === 2 && !isShown;
  if (problems.length === 0 && outcomes.length > 0 && !isSilent) return undefined;
  const isError = exitCode !== 0 || outcomes.length === 0;
  return { isError, message: problems[0] ?? conclusion(result), problems };
}

/** Whether no scenario was run at all; one that the expectations skip counts as told. */
export function isNothingRun({ outcomes }: RunResult): boolean {
  return outcomes.every(
    ({ tries, expectation }) => tries.length === 0 && expectation?.met !== 'skipped',
  );
}
