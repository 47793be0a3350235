import type { Change } from '../../model/regraded.ts';
import type { RunResult } from '../../model/run-result.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { isMatch } from '../is-match.ts';

/**
 * The scenarios that a recorded run has and the suites have no more, and the other way round. Of a
 * shard it is not known what it would hold today, so that nothing counts as new there.
 */
export function absentees(run: RunResult, scenarios: readonly Scenario[]): readonly Change[] {
  const known = new Set(scenarios.map(({ id }) => id));
  const recorded = new Set(run.outcomes.map(({ id }) => id));
  const suites = new Set(run.outcomes.map(({ suite }) => suite));
  const { only, shard } = run.plan;
  const gone = run.outcomes.filter(({ id }) => !known.has(id));
  const added = scenarios.filter(
    ({ id, suite }) =>
      shard === undefined &&
      suites.has(suite) &&
      !recorded.has(id) &&
      (only === undefined || isMatch(only, id)),
  );
  return [
    ...added.map(({ id, title }) => {
      const why = 'it was not there when the run was recorded: a new run shows it';
      return { id, title, kind: 'new', why } as const;
    }),
    ...gone.map(({ id, title, verdict, reason }) => {
      const why = 'no scenario has this id any more';
      return { id, title, kind: 'gone', before: { verdict, reason }, why } as const;
    }),
  ];
}
