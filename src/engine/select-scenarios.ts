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
  const wanted = only === undefined ? all : all.filter(({ id }) => isMatch(only, id));
  if (all.length > 0 && wanted.length === 0) {
    problems.push(
      `No scenario matches --only ${plan.only}: matrix-conformance list shows their ids.`,
    );
  }
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

function plural(count: number): string {
  return count === 1 ? 'one scenario' : `${count} scenarios`;
}
