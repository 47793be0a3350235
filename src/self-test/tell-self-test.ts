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
      `Each of ${mutants.length} mutants fails the scenarios that it names.`,
      wrongMutants,
      ({ id, fault, killedBy, notPassed, unclear }) => [
        `${id}: ${fault}`,
        ...killedBy.filter((one) => !notPassed.includes(one)).map((one) => `  it passes: ${one}`),
        ...unclear.map((one) => `  it does not say that the homeserver is wrong: ${one}`),
      ],
    ),
    result.owners === undefined
      ? `not asked, as this is not the whole proof: ${last}`
      : sentence(last, withoutOwnMutant(result), ({ scenario, others }) => [
          scenario,
          ...others.map((other) => `  what names it alone is seen by ${other}, too`),
        ]),
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
