import type { ConcludedTraffic } from '../../model/traffic.ts';
import { jsonText } from '../json-text.ts';

/** Raised where a member is removed, or comes to mean something else. */
const formatVersion = 1;

/**
 * What traffic came to as JSON for programs: `findings` with their exchanges, `information`,
 * `coverage` without exchanges, and how expectations were met.
 */
export function trafficJson({ traffic, run }: ConcludedTraffic): string {
  const { exitCode, checker, source, software, problems, findings, coverage, ...rest } = traffic;
  const expectations = run.outcomes.flatMap(({ id, expectation }) =>
    expectation === undefined ? [] : [{ id, ...expectation }],
  );
  return jsonText({
    formatVersion,
    ...{ checker, source, software, exitCode, strict: run.plan.strict, problems },
    findings,
    ...rest,
    coverage: coverage.map(({ answers, ...one }) => ({
      ...one,
      answers: answers.map(({ first: _, ...answer }) => answer),
    })),
    ...(run.plan.expectations === undefined ? {} : { expectations }),
  });
}
