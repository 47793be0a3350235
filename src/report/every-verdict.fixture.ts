import type { RunResult } from '../model/run-result.ts';
import { aTry, exchange, outcome, runResult, violation } from './report.fixture.ts';

/** A run in which every verdict occurs, and one pass needed a second try. */
export function everyVerdict(): RunResult {
  const refused = [exchange()];
  const reason = 'The PUT with a trailing slash was refused';
  const noRoom = (room: string) => `The room could not be made: createRoom gave 500 for ${room}`;
  const cause = { exchanges: [exchange({ operationId: 'createRoom' })] };
  return runResult(
    [
      outcome('room_state/trailing-slash', 'fail', {
        since: 'v1.1',
        reason,
        tries: [aTry('fail', { exchanges: refused, violations: [violation()], reason })],
      }),
      outcome('room_state/read-back', 'inconclusive', {
        reason: noRoom('!one:hs.test'),
        tries: [aTry('inconclusive', { ...cause, reason: noRoom('!one:hs.test') })],
      }),
      outcome('room_state/two-keys', 'inconclusive', { reason: noRoom('!two:hs.test') }),
      outcome('room_state/sync', 'error', { reason: 'The network gave up: ECONNRESET', tries: [] }),
      outcome('bad_alias/unknown', 'advice', { reason: 'The alias was taken' }),
      outcome('bad_alias/guests', 'unsupported', { reason: 'Guests are not allowed here' }),
      outcome('bad_alias/removal', 'pass', {
        intermittent: true,
        tries: [aTry('error', { reason: 'No answer within 10 s' }), aTry('pass')],
      }),
      outcome('bad_alias/kept', 'pass'),
    ],
    { rateLimit: { waits: 14, waitedMs: 63_000 } },
  );
}
