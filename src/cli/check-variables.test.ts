import { expect, test } from 'vitest';
import { checkVariables } from './check-variables.ts';

test('every documented variable is known, and those of others are none of our business', () => {
  const names = ['TARGET', 'RATE_LIMIT_WAIT', 'STRICT', 'REPORT', 'PASSWORDS', 'AS_PREFIX'];
  const ours = names.map((name) => [`MATRIX_CONFORMANCE_${name}`, 'x']);
  expect(() => checkVariables({ ...Object.fromEntries(ours), MATRIX: 'y' })).not.toThrow();
});

test('a variable with a typing error is refused, and the one that was meant is named', () => {
  expect(() => checkVariables({ MATRIX_CONFORMANCE_TARGT: 'http://localhost:8008' })).toThrow(
    'There is no variable MATRIX_CONFORMANCE_TARGT. Did you mean MATRIX_CONFORMANCE_TARGET?',
  );
});
