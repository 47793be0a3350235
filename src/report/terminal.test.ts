import { expect, test } from 'vitest';
import { everyVerdict } from './every-verdict.fixture.ts';
import { aTry, exchange, outcome, runResult, violation } from './report.fixture.ts';
import { terminalSummary } from './terminal.ts';

const plain = { color: false, width: 90 };

test('a run with every verdict is told to the letter', () => {
  expect(terminalSummary(everyVerdict(), plain)).toMatchInlineSnapshot(`
    "matrix-conformance 0.1.0
      target         http://hs.test:8008
      server         Synapse 1.160.0, advertises v1.1 to v1.12
      specification  Matrix v1.16
      room version   11 (the homeserver's default is 10)
      accounts       open registration
      checked        8 scenarios of 2 operations, 312 requests, in 4.2 s

    fail (1): the homeserver broke a MUST

      ✗ The requirement room_state/trailing-slash holds
        room_state/trailing-slash · MUST · since v1.1 · A3 · A4
        spec      https://spec.matrix.org/latest/client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey
        seen by   matrix-conformance 0.1.0 against Synapse 1.160.0, in room version 11
        reason    The PUT with a trailing slash was refused
        subject   the answer to the PUT with a trailing slash
        expected  200
        actual    404 M_UNRECOGNIZED
        request   PUT http://hs.test:8008/_matrix/client/v3/rooms/!r:hs.test/state/m.room.topic/ (alice, setRoomStateWithKey)
        sent      {"topic":"tea"}
        response  404 application/json, after 12 ms
        received  {"errcode":"M_UNRECOGNIZED","error":"Unrecognized request"}
        curl      curl --path-as-is -i -X PUT -H "Authorization: Bearer $ALICE_TOKEN" -d '{"topic":"tea"}' 'http://hs.test:8008/_matrix/client/v3/rooms/!r:hs.test/state/m.room.topic/'

    error (1): the checker or the network went wrong
      ! The network gave up: ECONNRESET
        room_state/sync

    inconclusive (2): something before the point went wrong, so nothing can be said of the point
      ? The room could not be made: createRoom gave 500 for !one:hs.test
        room_state/read-back room_state/two-keys
        request   PUT http://hs.test:8008/_matrix/client/v3/rooms/!r:hs.test/state/m.room.topic/ (alice, createRoom)
        response  404 application/json, after 12 ms
        received  {"errcode":"M_UNRECOGNIZED","error":"Unrecognized request"}
        curl      curl --path-as-is -i -X PUT -H "Authorization: Bearer $ALICE_TOKEN" -d '{"topic":"tea"}' 'http://hs.test:8008/_matrix/client/v3/rooms/!r:hs.test/state/m.room.topic/'

    advice (1): a SHOULD was not met
      ~ bad_alias/unknown: The alias was taken

    unsupported (1): the homeserver may lack this, and does, or its means were not given
      - Guests are not allowed here
        bad_alias/guests

    intermittent (1): the tries did not agree
      bad_alias/removal: error, then pass (No answer within 10 s)

    The homeserver's rate limit made requests wait 14 times, 1 min 3 s in all. This is no
    fault of it. A test homeserver runs faster without: in Synapse set the rc_* options high,
    in Dendrite set client_api.rate_limiting.enabled to false, anywhere else use an
    application service with rate_limited: false.

    ✗ 1 fail · ! 1 error · ? 2 inconclusive · ~ 1 advice · - 1 unsupported · ✓ 2 pass
    http://hs.test:8008 does not conform: 1 of 8 scenarios broke a MUST; 1 error, 2
    inconclusive.
    Proof of the checker (0.1.0): mutation score 61 of 61 (deliberate faults that it caught),
    null score 0 of 348 (scenarios passed by homeservers that do nothing).
    "
  `);
});

test('a run that conforms is short', () => {
  const result = runResult([outcome('room_state/a', 'pass'), outcome('room_state/b', 'pass')]);
  expect(terminalSummary(result, plain)).toMatchInlineSnapshot(`
    "matrix-conformance 0.1.0
      target         http://hs.test:8008
      server         Synapse 1.160.0, advertises v1.1 to v1.12
      specification  Matrix v1.16
      room version   11 (the homeserver's default is 10)
      accounts       open registration
      checked        2 scenarios of 2 operations, 312 requests, in 4.2 s

    ✓ 2 pass
    http://hs.test:8008 conforms: 2 of 2 scenarios passed.
    Proof of the checker (0.1.0): mutation score 61 of 61 (deliberate faults that it caught),
    null score 0 of 348 (scenarios passed by homeservers that do nothing).
    "
  `);
});

test('a run of nothing says why, and nothing else', () => {
  const { proof: _proof, ...bare } = runResult([], {
    problems: ['http://hs.test:8008 refused the connection. Is the homeserver up?'],
    server: {
      software: 'unknown',
      versions: [],
      roomVersions: [],
      defaultRoomVersion: '',
      accounts: '',
      roomVersion: '',
    },
    exchanges: 0,
  });
  expect(terminalSummary(bare, plain)).toMatchInlineSnapshot(`
    "matrix-conformance 0.1.0 could not check http://hs.test:8008
      ! http://hs.test:8008 refused the connection. Is the homeserver up?
    "
  `);
});

test('nothing of what a homeserver sends reaches the terminal unescaped or uncut', () => {
  const text = `\u001b]0;pwned\u0007\r\0\u202e\u2028\ud800\n::error::x ${'x'.repeat(10_485_760)}`;
  const response = { status: 200, headers: { 'content-type': text }, body: text, truncated: false };
  const seen = violation({ actual: text, message: text, kind: 'header' });
  const evidence = { exchanges: [exchange({ response })], violations: [seen], notes: [text] };
  const all = (['fail', 'error', 'inconclusive', 'advice', 'unsupported'] as const).map((verdict) =>
    outcome(`room_state/${verdict}`, verdict, {
      reason: text,
      intermittent: true,
      tries: [aTry(verdict, { ...evidence, reason: text })],
    }),
  );
  const { server } = runResult([]);
  const summary = terminalSummary(
    runResult(all, { server: { ...server, software: text, versions: [text] }, problems: [text] }),
    plain,
  );
  expect(summary).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
  expect(summary).not.toMatch(/^\s*::/m);
  expect(summary).toContain('10,485,');
  expect(summary.length).toBeLessThan(30_000);
});

test('colour changes no word', () => {
  const coloured = terminalSummary(everyVerdict(), { ...plain, color: true });
  expect(coloured).toContain('\u001b[31m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(terminalSummary(everyVerdict(), plain));
});
