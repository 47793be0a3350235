import { expect, test } from 'vitest';
import { conclusion } from './conclusion.ts';
import { everyVerdict } from './every-verdict.fixture.ts';
import { everyMeeting } from './expectations.fixture.ts';
import { outcome, runResult } from './report.fixture.ts';

const pass = outcome('room_state/a', 'pass');
const lack = outcome('room_state/b', 'unsupported');

test('a run that conforms says how many passed, and what did not need to', () => {
  expect(conclusion(runResult([pass]))).toBe('conforms: 1 of 1 scenario passed.');
  expect(conclusion(runResult([pass, lack]))).toBe(
    'conforms: 1 of 2 scenarios passed; 1 unsupported.',
  );
});

test('a run that does not conform says how many broke a MUST, and what could not be told', () => {
  expect(conclusion(everyVerdict())).toBe(
    'does not conform: 1 of 8 scenarios broke a MUST; 1 error, 2 inconclusive.',
  );
  expect(conclusion({ ...everyVerdict(), interrupted: true })).toMatch(
    / Not everything was run\.$/,
  );
});

test.each([
  [runResult([]), 'cannot say: no scenario was run.'],
  [runResult([lack]), 'cannot say: none of 1 scenario exercised the homeserver.'],
  [
    runResult([pass, outcome('room_state/b', 'inconclusive'), outcome('room_state/c', 'error')]),
    'cannot say: of 3 scenarios 1 error, 1 inconclusive.',
  ],
  [
    runResult([pass, outcome('room_state/b', 'error', { tries: [] })], { interrupted: true }),
    'cannot say: the run was interrupted when 1 of 2 scenarios had begun.',
  ],
  [runResult([], { problems: ['Is it up?', 'more'] }), 'cannot say: Is it up?'],
])('a run that cannot say names its first reason', (result, sentence) => {
  expect(conclusion(result)).toBe(sentence);
});

test('what is known is told apart from what is not', () => {
  const { outcomes, plan } = everyMeeting();
  const of = (mets: readonly string[], changes = {}) => {
    const mine = outcomes.filter(({ expectation }) => mets.includes(expectation?.met ?? 'none'));
    return conclusion(runResult(mine, { plan, ...changes }));
  };
  expect(of(['none', 'expected'], { exitCode: 0 })).toBe(
    'conforms but for what is known: 1 of 3 scenarios passed; 2 as expected.',
  );
  expect(of(['none', 'expected', 'unexpected-pass', 'changed'], { exitCode: 1 })).toBe(
    'is not as known.yaml says: 1 unexpected pass, 1 changed; 2 as expected.',
  );
  expect(of(['none', 'expected', 'regression'], { exitCode: 1 })).toBe(
    'does not conform: 1 of 4 scenarios broke a MUST; 2 as expected.',
  );
  expect(of(['none', 'expected', 'unclear'], { exitCode: 2 })).toBe(
    'cannot say: of 4 scenarios 1 inconclusive.',
  );
});
