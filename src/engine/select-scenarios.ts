import type { Contract } from '../client/contract.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { isMatch } from './is-match.ts';
import type { Plan } from './plan.ts';

/** The scenarios to run, and why some were left out, one sentence each. */
export interface Selection {
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly string[];
}

/** The scenarios that must have exactly one outcome each, in the order of their suites. */
export function selectScenarios(plan: Plan, contract: Contract): Selection {
  const problems: string[] = [];
  const known = plan.suites.filter(({ name, operations }) => {
    if (operations.some((operation) => contract.has(operation))) return true;
    problems.push(
      `${plan.specification.source} documents none of the operations of the suite ${name} (${operations.join(', ')}): name documents that do, or leave --spec out.`,
    );
    return false;
  });
  const all = known.flatMap(({ scenarios }) => scenarios);
  const { only } = plan;
  const wanted = only === undefined ? all : all.filter(({ id }) => isWanted(only, id));
  if (all.length > 0) problems.push(...missed(only, all));
  const { shard } = plan;
  const scenarios =
    shard === undefined
      ? wanted
      : wanted.filter((_, position) => position % shard.count === shard.index - 1);
  if (wanted.length > 0 && scenarios.length === 0) {
    problems.push(
      `Shard ${shard?.index}/${shard?.count} of ${plural(wanted.length)} is empty: ask for ${wanted.length} shards at the most.`,
    );
  }
  return { scenarios, problems };
}

function isWanted(only: string | readonly string[], id: string): boolean {
  return typeof only === 'string' ? isMatch(only, id) : only.includes(id);
}

/** What was asked for and is not there: whoever asks for nothing gets no pass. */
function missed(only: Plan['only'], all: readonly Scenario[]): readonly string[] {
  if (only === undefined) return [];
  const where = 'matrix-conformance list shows their ids.';
  if (typeof only === 'string') {
    const isThere = all.some(({ id }) => isMatch(only, id));
    return isThere ? [] : [`No scenario matches --only ${only}: ${where}`];
  }
  if (only.length === 0) return ['The list of the scenarios to run is empty.'];
  const ids = new Set(all.map(({ id }) => id));
  return only.filter((id) => !ids.has(id)).map((id) => `There is no scenario ${id}: ${where}`);
}

function plural(count: number): string {
  return count === 1 ? 'one scenario' : `${count} scenarios`;
}
