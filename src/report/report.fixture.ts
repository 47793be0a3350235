import type { Exchange } from '../model/exchange.ts';
import type { Outcome, Try } from '../model/outcome.ts';
import type { RunResult } from '../model/run-result.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Violation } from '../model/violation.ts';

/** A PUT of a topic by alice that was refused. */
export function exchange(changes: Partial<Exchange> = {}): Exchange {
  const url = 'http://hs.test:8008/_matrix/client/v3/rooms/!r:hs.test/state/m.room.topic/';
  return {
    operationId: 'setRoomStateWithKey',
    user: 'alice',
    request: {
      method: 'PUT',
      url,
      headers: { authorization: 'Bearer <redacted>', 'content-type': 'application/json' },
      body: '{"topic":"tea"}',
    },
    response: {
      status: 404,
      headers: { 'content-type': 'application/json' },
      body: '{"errcode":"M_UNRECOGNIZED","error":"Unrecognized request"}',
      truncated: false,
    },
    startedAt: '2026-11-22T13:00:00.000Z',
    durationMs: 12,
    rateLimitWaits: 0,
    rateLimitWaitedMs: 0,
    curl: `curl --path-as-is -i -X PUT -H "Authorization: Bearer $ALICE_TOKEN" -d '{"topic":"tea"}' '${url}'`,
    ...changes,
  };
}

/** A status that should have been 200. */
export function violation(changes: Partial<Violation> = {}): Violation {
  return {
    requirement: 'room_state/trailing-slash',
    level: 'MUST',
    kind: 'status',
    subject: 'the answer to the PUT with a trailing slash',
    message: 'The PUT with a trailing slash was refused',
    expected: '200',
    actual: '404 M_UNRECOGNIZED',
    underTest: true,
    exchange: 0,
    ...changes,
  };
}

/** One try, without exchanges unless they are given. */
export function aTry(verdict: Verdict, changes: Partial<Try> = {}): Try {
  const bare = { exchanges: [], violations: [], checks: 1, notes: [], durationMs: 40 };
  return { ...bare, verdict, reason: '', ...changes };
}

/** An outcome of one try of that verdict; the id's first part is the suite. */
export function outcome(id: string, verdict: Verdict, changes: Partial<Outcome> = {}): Outcome {
  const reason = changes.reason ?? (verdict === 'pass' ? '' : `It came to ${verdict}`);
  return {
    id,
    level: verdict === 'advice' ? 'SHOULD' : 'MUST',
    title: `The requirement ${id} holds`,
    section: 'client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey',
    rows: ['A3', 'A4'],
    suite: id.split('/')[0] ?? id,
    verdict,
    reason,
    intermittent: false,
    tries: [aTry(verdict, { reason })],
    durationMs: 40,
    ...changes,
  };
}

/** A run of these outcomes, with its counts counted and its exit code as they ask for. */
export function runResult(
  outcomes: readonly Outcome[],
  changes: Partial<RunResult> = {},
): RunResult {
  const count = (verdict: Verdict) => outcomes.filter((one) => one.verdict === verdict).length;
  const counts = {
    fail: count('fail'),
    error: count('error'),
    inconclusive: count('inconclusive'),
    advice: count('advice'),
    unsupported: count('unsupported'),
    pass: count('pass'),
  };
  const isClear = counts.pass > 0 && counts.error + counts.inconclusive === 0;
  return {
    checker: { name: 'matrix-conformance', version: '0.1.0' },
    startedAt: '2026-11-22T13:00:00.123Z',
    durationMs: 4200,
    plan: {
      target: 'http://hs.test:8008',
      specification: 'Matrix v1.16',
      operations: 2,
      strict: false,
      concurrency: 8,
      timeoutSeconds: 10,
    },
    server: {
      software: 'Synapse 1.160.0',
      versions: ['v1.1', 'v1.11', 'v1.12'],
      roomVersions: ['10', '11', '12'],
      defaultRoomVersion: '10',
      accounts: 'open registration',
      roomVersion: '11',
    },
    proof: {
      checker: '0.1.0',
      mutants: { killed: 61, total: 61 },
      nulls: { passed: 0, total: 348 },
    },
    outcomes,
    counts,
    exchanges: 312,
    rateLimit: { waits: 0, waitedMs: 0 },
    problems: [],
    interrupted: false,
    exitCode: counts.fail > 0 ? 1 : isClear ? 0 : 2,
    ...changes,
  };
}
