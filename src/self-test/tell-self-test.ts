import {
  holds,
  isKilledAsNamed,
  proofOf,
  type SelfTestResult,
  withoutOwnMutant,
} from './self-test-result.ts';

/** The four sentences, each with what speaks against it, and the two scores. */
export function tellSelfTest(result: SelfTestResult, version: string): string {
  const { scenarios, reference, nulls, mutants } = result;
  const { mutants: killed, nulls: passed } = proofOf(result, version);
  const wrongNulls = nulls.filter((one) => one.passed.length > 0);
  const wrongMutants = mutants.filter((mutant) => !isKilledAsNamed(mutant));
  const idle = result.isPartial === true ? [] : withoutOwnMutant(result);
  const last = 'Each scenario is the only killer of some mutant.';
  return [
    sentence(
      `The reference homeserver passes all ${scenarios.length} scenarios.`,
      reference,
      (one) => [`${one.id}: ${one.reason}`],
    ),
    sentence(`${nulls.length} null homeservers pass nothing.`, wrongNulls, (one) => [
      `${one.name} passes ${one.passed.join(', ')}`,
    ]),
    sentence(
      `Each of ${mutants.length} mutants fails exactly the scenarios that it names.`,
      wrongMutants,
      ({ id, fault, killedBy, notPassed, unclear }) => [
        `${id}: ${fault}`,
        ...difference('is named and passes', killedBy, notPassed),
        ...difference('is not named and does not pass', notPassed, killedBy),
        ...difference('does not say that the homeserver is wrong', unclear, []),
      ],
    ),
    result.isPartial === true
      ? `not asked, as this is a part of the mutants alone: ${last}`
      : sentence(last, idle, (id) => [id]),
    `mutation score ${killed.killed}/${killed.total}, null score ${passed.passed}/${passed.total}`,
    holds(result) ? 'The checker bites.' : 'The checker does not bite as it should.',
    '',
  ].join('\n');
}

function sentence<Item>(
  text: string,
  wrong: readonly Item[],
  tell: (item: Item) => readonly string[],
): string {
  if (wrong.length === 0) return `yes  ${text}`;
  return [`NO   ${text}`, ...wrong.flatMap(tell).map((line) => `       ${line}`)].join('\n');
}

function difference(what: string, these: readonly string[], those: readonly string[]): string[] {
  return these.filter((id) => !those.includes(id)).map((id) => `  ${what}: ${id}`);
}
