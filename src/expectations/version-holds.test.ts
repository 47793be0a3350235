import { expect, test } from 'vitest';
import { isVersionRange, versionHolds } from './version-holds.ts';

test.each([
  ['>=1.100 <1.170', 'Synapse 1.163.2', 'yes'],
  ['>=1.100 <1.170', 'Synapse 1.170.0', 'no'],
  ['>=1.100 <1.170', 'Synapse 1.99.0', 'no'],
  ['<1.170', 'Synapse 1.170.0rc1', 'no'],
  ['>=1.170.0', 'Synapse 1.170.0rc1', 'no'],
  ['>=1.169', 'Synapse 1.170.0rc1 (b=release,deadbeef)', 'yes'],
  ['0.13.x', 'Dendrite 0.13.8+abcdef', 'yes'],
  ['~0.5.0-rc', 'conduwuit v0.5.0-rc.3', 'yes'],
  ['1', 'My 2nd-try 1', 'no'],
  ['1.x', 'Conduit3 1.2', 'yes'],
  ['<1.170', 'unknown', 'unknown'],
  ['<1.170', 'Synapse', 'unknown'],
  [undefined, 'unknown', 'yes'],
] as const)('%s holds for %s: %s', (range, software, holds) => {
  expect(versionHolds(range, software)).toBe(holds);
});

test('a range is one of npm: words, and nothing at all, are none', () => {
  expect(['>=1.100 <1.170', '1.x', '^2 || 4', '*'].every(isVersionRange)).toBe(true);
  expect(['', '  ', 'latest', '1.2 until 1.4'].some(isVersionRange)).toBe(false);
});
