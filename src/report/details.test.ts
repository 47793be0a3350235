import { expect, test } from 'vitest';
import { details } from './details.ts';
import { aTry, exchange, outcome, violation } from './report.fixture.ts';

function told(changes: Parameters<typeof aTry>[1], reason = 'refused'): readonly string[] {
  const tries = [aTry('fail', { reason, ...changes })];
  return details(outcome('room_state/trailing-slash', 'fail', { reason, tries })).map(
    ({ label, text }) => `${label}: ${text}`,
  );
}

test('an exchange without an answer says why there is none', () => {
  const { response: _response, ...silent } = exchange({ failure: 'no answer within 10 s' });
  const lines = told({ exchanges: [silent], violations: [violation()] });
  expect(lines).toContain('response: none after 12 ms: no answer within 10 s');
  expect(lines.at(-1)).toMatch(/^curl: curl /);
});

test('headers are told where a header is what was wrong, and only there', () => {
  const exchanges = [exchange()];
  const headers = 'headers: {"content-type":"application/json"}';
  expect(told({ exchanges, violations: [violation({ kind: 'header' })] })).toContain(headers);
  expect(told({ exchanges, violations: [violation()] })).not.toContain(headers);
});

test('a requirement that every response is held to is named beside the scenario', () => {
  const violations = [violation({ requirement: 'response/schema', message: 'no event_id' })];
  expect(told({ violations })).toEqual(
    expect.arrayContaining(['broken: response/schema', 'found: no event_id']),
  );
  expect(told({ violations: [violation({ message: 'refused' })] })).toEqual([
    'reason: refused',
    'subject: the answer to the PUT with a trailing slash',
    'expected: 200',
    'actual: 404 M_UNRECOGNIZED',
  ]);
});

test('three further violations are told, and the others counted', () => {
  const violations = Array.from({ length: 6 }, (_, index) => violation({ message: `m${index}` }));
  expect(told({ violations }).filter((line) => line.startsWith('also'))).toEqual([
    'also: room_state/trailing-slash: m1',
    'also: room_state/trailing-slash: m2',
    'also: room_state/trailing-slash: m3',
    'also: 2 more',
  ]);
});

test('an answer that was read in part, and an empty one, say so', () => {
  const answer = { status: 200, headers: {}, body: '', truncated: true };
  const lines = told({ exchanges: [exchange({ response: answer })], violations: [violation()] });
  expect(lines).toContain('response: 200 no content type, after 12 ms');
  expect(lines).toContain('received: (an empty body) (the checker read no further)');
});
