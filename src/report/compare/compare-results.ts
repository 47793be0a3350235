import type { Outcome } from '../../model/outcome.ts';
import { agreementOf } from './agreement.ts';
import { type Change, changeOf, changes } from './change.ts';
import type { ComparedRow, ComparedServer, Comparison, GivenResult } from './comparison.ts';
import { comparisonProblems } from './comparison-problems.ts';
import { comparisonWarnings } from './comparison-warnings.ts';
import { referenceName, serverNames, softwareOf } from './server-name.ts';

/** Which column the others are judged by: `auto` is the first where all are of one software. */
export type Baseline = number | 'auto' | 'none';

function chosen(baseline: Baseline, given: readonly GivenResult[]): number | undefined {
  if (baseline === 'none') return undefined;
  if (baseline !== 'auto') return baseline;
  const softwares = new Set(given.map(({ result }) => softwareOf(result.server.software)));
  return softwares.size === 1 ? 0 : undefined;
}

/** Each outcome by its id; the first counts where a file has two. */
function byId({ result }: GivenResult): ReadonlyMap<string, Outcome> {
  return new Map(result.outcomes.toReversed().map((outcome) => [outcome.id, outcome]));
}

/** Every requirement that any run asked, those of one suite together, as the first run tells it. */
function requirementsOf(given: readonly GivenResult[]): readonly Outcome[] {
  const suites = new Map<string, Map<string, Outcome>>();
  for (const outcome of given.flatMap(({ result }) => result.outcomes)) {
    const suite = suites.get(outcome.suite) ?? new Map<string, Outcome>();
    suites.set(outcome.suite, suite);
    if (!suite.has(outcome.id)) suite.set(outcome.id, outcome);
  }
  return [...suites.values()].flatMap((suite) => [...suite.values()]);
}

function rowsOf(
  given: readonly GivenResult[],
  baseline: number | undefined,
): readonly ComparedRow[] {
  const maps = given.map(byId);
  const references = given.map(
    ({ result }) => softwareOf(result.server.software) === referenceName,
  );
  return requirementsOf(given).map(({ id, level, title, section, rows, since, suite }) => {
    const outcomes = maps.map((map) => map.get(id));
    const before = baseline === undefined ? undefined : outcomes[baseline];
    const cells = outcomes.map((outcome, index) => {
      const isJudged = baseline !== undefined && index !== baseline;
      const isStrict = given[index]?.result.plan.strict ?? false;
      const change = isJudged ? changeOf(before, outcome, isStrict) : undefined;
      return {
        ...(outcome === undefined ? {} : { outcome }),
        ...(change === undefined ? {} : { change }),
      };
    });
    const voices = cells.map((cell, index) => ({
      ...(cell.outcome === undefined ? {} : { outcome: cell.outcome }),
      isReference: references[index] ?? false,
    }));
    const requirement = {
      id,
      level,
      title,
      section,
      rows,
      ...(since === undefined ? {} : { since }),
    };
    return { ...requirement, suite, cells, ...agreementOf(voices) };
  });
}

function tally(rows: readonly ComparedRow[], column: number): Record<Change, number> {
  const counts = Object.fromEntries(changes.map((one) => [one, 0])) as Record<Change, number>;
  for (const { cells } of rows) {
    const change = cells[column]?.change;
    if (change !== undefined) counts[change] += 1;
  }
  return counts;
}

/**
 * Lays runs side by side.
 *
 * With a baseline each other column is judged by it, and a regression is exit code 1. Without one
 * different homeservers are compared, of which none is another's future: nothing is a regression.
 */
export function compareResults(
  given: readonly GivenResult[],
  baseline: Baseline = 'auto',
): Comparison {
  const base = chosen(baseline, given);
  const names = serverNames(given);
  const rows = rowsOf(given, base);
  const servers = given.map(({ files, result }, index): ComparedServer => {
    const { outcomes: _, ...run } = result;
    const software = softwareOf(run.server.software);
    const isJudged = base !== undefined && index !== base;
    return {
      name: names[index] ?? '',
      files,
      ...(software === undefined ? {} : { software }),
      run,
      ...(isJudged ? { changes: tally(rows, index) } : {}),
    };
  });
  const sides = { servers, rows, ...(base === undefined ? {} : { baseline: base }) };
  const problems = comparisonProblems(sides);
  const isWorse = servers.some(({ changes: one }) => (one?.regression ?? 0) > 0);
  return {
    ...sides,
    warnings: comparisonWarnings(sides),
    problems,
    exitCode: isWorse ? 1 : problems.length > 0 ? 2 : 0,
  };
}
