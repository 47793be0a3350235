import { describe, expect, test } from 'vitest';
import { AccountPool } from '../client/account-pool.ts';
import { ownDocuments } from '../client/auth/auth-line.fixture.ts';
import { openRegistration } from '../client/auth/open-registration.ts';
import { Contract } from '../client/contract.ts';
import { lineTo } from '../client/line.fixture.ts';
import { MadeUp } from '../client/made-up.ts';
import type { Violation } from '../model/violation.ts';
import { type Check, check } from './check.ts';
import { LivePatience } from './patience.ts';
import type { Stage } from './stage.ts';
import { groundAt, scenarioOf } from './story.fixture.ts';
import { Tape } from './tape.ts';

function stage(): Stage {
  const line = lineTo('http://127.0.0.1:1');
  const nobody = () => Promise.reject(new TypeError('nothing is asked here'));
  const madeUp = new MadeUp();
  const authLine = { redactor: line.redactor, madeUp, call: nobody, raw: nobody };
  return {
    ...line,
    scenario: scenarioOf(async () => {}),
    contract: new Contract(ownDocuments, ownDocuments),
    accounts: new AccountPool(openRegistration()),
    authLine,
    accountLine: authLine,
    madeUp,
    patience: new LivePatience(line.deadline),
    facts: groundAt('http://127.0.0.1:1').facts,
    means: {},
    tape: new Tape(),
  };
}

/** What is recorded of one check. */
function recorded(value: unknown, look: (one: Check) => void, secret?: string) {
  const on = stage();
  on.redactor.learn(secret);
  look(check(on, 'value', 'the thing', value));
  const { violations, checks } = on.tape.transcript();
  expect(checks).toBe(1);
  expect(violations.length).toBeLessThan(2);
  return violations[0];
}

const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));

describe('what holds leaves no violation, and is counted', () => {
  test.each<[string, unknown, (one: Check) => void]>([
    [
      'equals, whatever the order of members',
      { a: 1, b: [2] },
      (one) => one.equals({ b: [2], a: 1 }),
    ],
    ['equals undefined', undefined, (one) => one.equals(undefined)],
    ['has, whatever else there is', { a: { b: 1 }, c: 2 }, (one) => one.has({ a: { b: 1 } })],
    ['has nothing in particular', {}, (one) => one.has({})],
    ['differsFrom', { a: 1 }, (one) => one.differsFrom({ a: 2 })],
    ['differsFrom another type', '1', (one) => one.differsFrom(1)],
    ['matches', 'M_FORBIDDEN', (one) => one.matches(/^M_/, 'a code')],
    ['includes, deeply', [1, { a: 2 }, 3], (one) => one.includes({ a: 2 }, 1)],
    ['includes nothing in particular', [], (one) => one.includes()],
    ['differsFrom what is too deep', deep, (one) => one.differsFrom(1)],
  ])('%s', (_, value, look) => {
    expect(recorded(value, look)).toBeUndefined();
  });
});

describe('what does not hold is a violation', () => {
  test.each<[string, unknown, (one: Check) => void, Partial<Violation>]>([
    ['equals', { a: 1 }, (one) => one.equals({ a: 2 }), { expected: '{"a":2}', actual: '{"a":1}' }],
    ['equals, though it has more', { a: 1, b: 2 }, (one) => one.equals({ a: 1 }), {}],
    ['equals, of another type', '1', (one) => one.equals(1), { expected: '1', actual: '"1"' }],
    ['equals, of nothing', undefined, (one) => one.equals(null), { actual: 'nothing' }],
    ['has, of another value', { a: 1 }, (one) => one.has({ a: 2 }), {}],
    ['has, of a member that is missing', {}, (one) => one.has({ a: undefined }), {}],
    [
      'has, of what every object inherits',
      {},
      (one) => one.has({ toString: Object.prototype.toString }),
      {},
    ],
    ['has, of no object', null, (one) => one.has({}), { actual: 'null' }],
    ['has, of a list', ['a'], (one) => one.has({ 0: 'a' }), {}],
    ['differsFrom', [1], (one) => one.differsFrom([1]), { expected: 'not [1]' }],
    [
      'matches',
      'no',
      (one) => one.matches(/^M_/, 'a code'),
      { expected: 'a code', actual: '"no"' },
    ],
    ['matches, of no string', 5, (one) => one.matches(/5/, 'a five'), { actual: '5' }],
    ['includes', [1], (one) => one.includes(1, 2), { expected: 'a list with 1, 2' }],
    ['includes, of no list', '12', (one) => one.includes('1'), {}],
    ['equals, of what is too deep to be shown', deep, (one) => one.equals([]), { expected: '[]' }],
    ['equals, of what is too deep to be compared', deep, (one) => one.equals(structured(deep)), {}],
  ])('%s', (_, value, look, violation) => {
    expect(recorded(value, look)).toMatchObject({
      requirement: 'stories/a-story',
      level: 'MUST',
      kind: 'value',
      subject: 'the thing',
      underTest: true,
      ...violation,
    });
  });

  test('its message says what was looked at, what was expected and what was there', () => {
    expect(recorded({ a: 1 }, (one) => one.equals({ a: 2 }))?.message).toBe(
      'the thing: expected {"a":2}, got {"a":1}',
    );
  });

  test('what is long is cut, and says how long it was', () => {
    const violation = recorded('x'.repeat(10_000), (one) => one.equals(''));
    expect(violation?.actual).toMatch(/^"x{499}… \(10002 characters\)$/);
  });

  test('no secret is shown, not even a part of one that was cut', () => {
    const secret = 'a-secret-that-nobody-may-see';
    for (let before = 440; before < 510; before += 1) {
      const value = { padding: '.'.repeat(before), secret };
      const violation = recorded(value, (one) => one.equals({ secret }), secret);
      expect(JSON.stringify(violation)).not.toContain(secret.slice(0, 12));
    }
  });
});

/** A list of the same depth that is another one. */
function structured(value: unknown): unknown {
  let copy: unknown = [];
  for (let at = value; Array.isArray(at) && at.length > 0; at = at[0]) copy = [copy];
  return copy;
}
