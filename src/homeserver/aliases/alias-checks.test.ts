import { expect, test } from 'vitest';
import { isAlias, soundAliasChecks } from './alias-checks.ts';
import { isServerName } from './is-server-name.ts';

test.each(['#a:b.test', '#a:b.test:8448', '#:b.test', '#a b/ü:1.2.3.4', '#a:[::1]:80'])(
  '%s is an alias',
  (alias) => {
    expect(isAlias(soundAliasChecks(), alias)).toBe(true);
  },
);

test.each([
  'a:b.test',
  '#a',
  '#a:',
  '@a:b.test',
  '#a:b c',
  '#a:b:c',
  '#a:b:123456',
  '#a\0:b.test',
  `#${'a'.repeat(255)}:b.test`,
  `#${'ü'.repeat(124)}:b.test`,
  '',
  null,
  7,
])('%j is no alias', (alias) => {
  expect(isAlias(soundAliasChecks(), alias)).toBe(false);
});

test.each(['1.2.3.999', '[::z]', 'under_score', '', 'a:'])('%j is no server name', (name) => {
  expect(isServerName(name)).toBe(false);
});
