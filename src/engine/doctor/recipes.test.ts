import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { families, recipes, recipesFor } from './recipes.ts';

test.each([
  ['Synapse 1.163.2', 'Synapse'],
  ['Dendrite 0.15.2', 'Dendrite'],
  ['Tuwunel 1.4.0', 'Conduit'],
  ['continuwuity 0.5.0', 'Conduit'],
  ['conduwuit 0.4.6', 'Conduit'],
  ['Conduit 0.10', 'Conduit'],
] as const)('%s is told what is written in the files of %s', (software, family) => {
  expect(recipesFor('registration', software)).toBe(recipes.registration[family]);
});

test.each(['unknown', 'Palpo 0.2', ''])(
  '"%s" is told what is written in all of them',
  (software) => {
    const all = families.flatMap((family) => recipes.registration[family]);
    expect(recipesFor('registration', software)).toEqual(all);
  },
);

test('what goes into a YAML file is YAML, a map of options', () => {
  const yaml = Object.values(recipes)
    .flatMap((byFamily) => Object.values(byFamily).flat())
    .filter(({ where }) => where.includes('.yaml'));
  expect(yaml.length).toBeGreaterThan(4);
  for (const { lines } of yaml) expect(parse(lines.join('\n'))).toBeTypeOf('object');
});
