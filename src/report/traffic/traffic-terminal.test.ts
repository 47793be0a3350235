import { describe, expect, test } from 'vitest';
import type { ConcludedTraffic, TrafficFinding } from '../../model/traffic.ts';
import { aTry, exchange, outcome, runResult, violation } from '../report.fixture.ts';
import { trafficReports } from './traffic-reports.ts';
import { trafficTerminal } from './traffic-terminal.ts';

const id = 'sync/200/body-matches-its-schema/next_batch/type';
const clientId = 'sync/200/request/parameters-match-their-schemas/query/timeout/type';

const finding: TrafficFinding = {
  ...{ id, side: 'homeserver', operation: 'sync', method: 'GET', path: '/_matrix/client/v3/sync' },
  ...{ status: 200, kind: 'schema', requirement: 'every-response/body-matches-its-schema' },
  ...{ message: '/next_batch must be string', expected: 'string', actual: '7', count: 12 },
  ...{ first: exchange(), smallest: exchange() },
};

function concluded(strict = false): ConcludedTraffic {
  const told = violation({ message: finding.message, expected: 'string', actual: '7' });
  const [fail, advice] = [
    outcome(id, 'fail', {
      title: 'The 200 of sync: the body is what the document says',
      reason: finding.message,
      rows: [],
      tries: [
        aTry('fail', {
          violations: [told],
          exchanges: [exchange()],
          notes: ['seen in 12 exchanges'],
        }),
      ],
    }),
    outcome(clientId, 'advice', {
      reason: 'must be integer',
      tries: [aTry('advice', { checks: 3 })],
    }),
  ];
  const run = runResult([fail, advice, outcome('whoami/as-documented', 'pass')]);
  const answer = {
    mediaType: 'application/json',
    isDocumented: true,
    judged: 1,
    first: exchange(),
  };
  return {
    run: { ...run, noun: 'check', plan: { ...run.plan, strict } },
    traffic: {
      ...{ checker: run.checker, source: 'https://hs.test', software: 'Synapse 1.160.0' },
      ...{ specification: 'v1.16', startedAt: run.startedAt, durationMs: 1500 },
      ...{ exchanges: 1300, judged: 1204, notJudged: { 'no document has the operation': 96 } },
      findings: [finding],
      information: [
        { ...finding, status: 502, message: 'the homeserver fails with the status 502', count: 2 },
      ],
      coverage: [
        {
          ...{ operation: 'sync', api: 'client-server', method: 'GET', path: finding.path },
          answers: [
            { ...answer, status: 200, count: 1200 },
            { ...answer, status: 401, count: 4, isDocumented: false },
          ],
        },
      ],
      undocumented: [],
      unknown: [{ method: 'GET', path: '/_synapse/admin/\u001b[2J*', count: 96, failed: 2 }],
      ...{ neverExercised: ['whoami'], neverSucceeded: [], problems: [], exitCode: 1 },
    },
  };
}

const plain = { color: false, width: 100 };

test('what traffic came to is told like a run', () => {
  expect(trafficTerminal(concluded(), plain)).toMatchInlineSnapshot(`
    "matrix-conformance 0.1.0
      traffic        https://hs.test
      server         Synapse 1.160.0
      specification  v1.16
      judged         1,204 answers of 1,300 exchanges, of 1 operation, in 1.5 s

    fail (1): the homeserver broke a MUST

      ✗ The 200 of sync: the body is what the document says
        sync/200/body-matches-its-schema/next_batch/type · MUST
        spec      https://spec.matrix.org/latest/client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey
        seen by   matrix-conformance 0.1.0 against Synapse 1.160.0, in room version 11
        reason    /next_batch must be string
        broken    room_state/trailing-slash
        subject   the answer to the PUT with a trailing slash
        expected  string
        actual    7
        note      seen in 12 exchanges
        request   PUT http://hs.test:8008/_matrix/client/v3/rooms/!r:hs.test/state/m.room.topic/ (alice, setRoomStateWithKey)
        sent      {"topic":"tea"}
        response  404 application/json, after 12 ms
        received  {"errcode":"M_UNRECOGNIZED","error":"Unrecognized request"}
        curl      curl --path-as-is -i -X PUT -H "Authorization: Bearer $ALICE_TOKEN" -d '{"topic":"tea"}' 'http://hs.test:8008/_matrix/client/v3/rooms/!r:hs.test/state/m.room.topic/'

    clients' faults (1): requests that are not as documented, and do not count against the homeserver
      ~ sync/200/request/parameters-match-their-schemas/query/timeout/type: must be integer × 3

    undocumented statuses (1): the document of the operation does not name them
      · sync: 401 × 4

    information (1): no fault, or not for sure the homeserver's
      · sync 502: the homeserver fails with the status 502 × 2

    unknown operations (1): no loaded document has them; --spec names others
      · GET /_synapse/admin/\\u001b[2J* × 96, of which 2 failed with a 5xx

    not judged (96): answers that were held against no document
      · no document has the operation: 96

    coverage: 1 of 2 operations exercised
      never exercised of the same API (1): whoami

    ✗ 1 fail · ~ 1 advice · ✓ 1 pass
    Of 1,204 answers that were judged: the homeserver breaks the specification in 1 way.
    "
  `);
});

test('what was judged in part is not counted as judged, and told', () => {
  const { traffic, run } = concluded();
  const notJudged = { 'the answer: its body was not recorded': 1200, 'there was no answer': 96 };
  const text = trafficTerminal(
    { traffic: { ...traffic, judged: 4, notJudged, judgedInPart: 1200 }, run },
    plain,
  );
  expect(text).toContain('4 answers, and 1,200 in part, of 1,300 exchanges');
  expect(text).toContain('not judged (1,296): answers that were');
  expect(text).toContain('held against no document; of 1,200 status and headers were judged');
});

describe('with --strict', () => {
  test("a client's fault is told in full", () => {
    expect(trafficTerminal(concluded(true), plain)).toContain(
      'advice (1): a client sent what is not as documented',
    );
  });
});

describe('the verdict follows the exit code', () => {
  const told = (changes: Partial<ConcludedTraffic['traffic']>) => {
    const { traffic, run } = concluded();
    const text = trafficTerminal({ traffic: { ...traffic, ...changes }, run }, plain);
    return text.trim().split('\n').at(-1);
  };
  test.each([
    [{ exitCode: 0 as const }, 'Of 1,204 answers that were judged, none breaks the specification.'],
    [
      { exitCode: 0 as const, judged: 1 },
      'Of 1 answer that was judged, none breaks the specification.',
    ],
    [
      { exitCode: 1 as const, judged: 0, judgedInPart: 1 },
      'Of 1 answer that was judged in part: the homeserver breaks the specification in 1 way.',
    ],
    [
      { exitCode: 2 as const, judged: 0, judgedInPart: 3 },
      'Cannot say whether the homeserver keeps to the specification: no answer was judged as a whole.',
    ],
    [
      { exitCode: 2 as const, problems: ['a schema does not compile'] },
      'Cannot say whether the homeserver keeps to the specification: a schema does not compile',
    ],
  ])('%j: %s', (changes, sentence) => {
    expect(told(changes)).toBe(sentence);
  });
});

test.each(Object.entries(trafficReports))(
  '%s tells it as text that ends its last line',
  (_, report) => {
    const text = report.render(concluded());
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toContain('\u001b');
  },
);

test('two reports never share a file name', () => {
  const names = Object.values(trafficReports).map(({ fileName }) => fileName);
  expect(new Set(names).size).toBe(names.length);
});
