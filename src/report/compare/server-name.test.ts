import { expect, test } from 'vitest';
import { given, runOf } from './comparison.fixture.ts';
import { serverNames, softwareOf } from './server-name.ts';

test.each([
  ['Synapse 1.163.2 (b=main,1a2b)', 'Synapse'],
  ['matrix-conformance reference 1', 'matrix-conformance reference'],
  ['Dendrite v0.13', 'Dendrite'],
  ['unknown', undefined],
  ['', undefined],
])('%j is the software %s', (told, name) => expect(softwareOf(told)).toBe(name));

test('software names a column, then its file, then a number', () => {
  const of = (file: string, software: string) => given(file, runOf(software, []));
  expect(serverNames([of('a', 'Synapse 1.1'), of('dendrite', 'unknown')])).toEqual([
    'Synapse 1.1',
    'dendrite',
  ]);
  expect(serverNames([of('main', 'S 1'), of('branch', 'S 1')])).toEqual([
    'S 1 (main)',
    'S 1 (branch)',
  ]);
  expect(serverNames([of('a', 'S 1'), of('a', 'S 1')])).toEqual(['S 1 (a) (1)', 'S 1 (a) (2)']);
  expect(serverNames([{ ...of('a', 'S 1'), name: 'main' }, of('b', 'S 1')])).toEqual([
    'main',
    'S 1',
  ]);
});
