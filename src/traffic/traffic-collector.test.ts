import { describe, expect, test } from 'vitest';
import { documentOf, folderOf } from '../openapi/folder.fixture.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { collected, documents, ids, spoken } from './spoken.fixture.ts';
import { createTrafficCollector } from './traffic-collector.ts';

const sound = { body: { next_batch: 's1' } };
const joined = (room: unknown) => ({ body: { next_batch: 's1', rooms: { join: room } } });

describe('one finding a root cause', () => {
  test('what is wrong at the same place of many answers is told once, with its count', () => {
    const wrong = ['!a:hs.test', '!b:hs.test', '!c:hs.test'].map((id) =>
      joined({ [id]: { timeline: { events: [], limited: 'yes' } } }),
    );
    const { findings, judged, exitCode } = collected([sound, ...wrong, sound]);
    expect(ids(findings)).toEqual([
      'sync/200/body-matches-its-schema/rooms/join/*/timeline/limited/type',
    ]);
    expect(findings[0]).toMatchObject({
      count: 3,
      side: 'homeserver',
      kind: 'schema',
      status: 200,
    });
    expect(findings[0]).toMatchObject({ actual: '"yes"', method: 'GET' });
    expect({ judged, exitCode }).toEqual({ judged: 5, exitCode: 1 });
  });

  test('what is wrong at several places of one answer is told for each', () => {
    const rooms = { join: { '!a:hs.test': { timeline: { events: [], limited: 'yes' } } } };
    expect(ids(collected([{ body: { rooms } }]).findings)).toEqual([
      'sync/200/body-matches-its-schema/next_batch/required',
      'sync/200/body-matches-its-schema/rooms/join/*/timeline/limited/type',
    ]);
  });

  test('a page in place of JSON is one', () => {
    const page = { headers: { 'content-type': 'text/html' }, body: '<p>Hello</p>' };
    expect(ids(collected([page]).findings)).toEqual(['sync/200/body-is-json']);
  });

  test('the first exchange is kept, and the smallest', () => {
    const padded = (length: number) => ({ body: { next_batch: 1, 'x.y': 'x'.repeat(length) } });
    const { findings } = collected([padded(50), padded(70), padded(10), padded(20)]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.first.response?.body).toContain('x'.repeat(50));
    expect(findings[0]?.smallest.response?.body).toMatch(/"x{10}"/);
    expect(findings[0]?.first.request.url).toBe('https://hs.test/_matrix/client/v3/sync');
  });

  test('another place, another status and another operation are other findings', () => {
    const { findings } = collected([
      { body: {} },
      { body: { next_batch: 1 } },
      { status: 403, body: { error: 'no code' } },
      { url: '/_matrix/client/v3/rooms/!a:hs.test/state', body: {} },
    ]);
    expect(ids(findings).toSorted()).toEqual([
      'getRoomState/200/body-matches-its-schema/type',
      'sync/200/body-matches-its-schema/next_batch/required',
      'sync/200/body-matches-its-schema/next_batch/type',
      'sync/403/error-is-standard/errcode/type',
    ]);
  });

  test('the most frequent comes first, the homeserver before the clients', () => {
    const badRequest = {
      method: 'POST',
      url: '/_matrix/client/v3/createRoom',
      sent: { preset: 1 },
    };
    const refused = { ...badRequest, status: 400, body: { errcode: 'M_BAD_JSON', error: 'no' } };
    const { findings, exitCode } = collected([refused, refused, refused, {}, joined(1), joined(2)]);
    expect(findings.map(({ side, count }) => `${side} ${count}`)).toEqual([
      'homeserver 2',
      'homeserver 1',
      'client 3',
    ]);
    expect(exitCode).toBe(1);
  });
});

describe('what clients get wrong', () => {
  test('is told and fails nothing', () => {
    const { findings, exitCode } = collected([
      sound,
      { url: '/_matrix/client/v3/sync?timeout=soon', ...sound },
      {
        method: 'PUT',
        url: '/_matrix/client/v3/rooms/!a:b/state/m.x/',
        sent: [],
        body: { event_id: '$a' },
      },
    ]);
    expect(ids(findings)).toEqual([
      'setRoomStateWithKey/200/request/body-matches-its-schema/type',
      'sync/200/request/parameters-match-their-schemas/query/timeout/type',
    ]);
    expect(exitCode).toBe(0);
  });
});

describe('exit 2', () => {
  test('where nothing was judged', () => {
    expect(collected([]).exitCode).toBe(2);
    const { exitCode, judged, notJudged } = collected([{ missing: 'was not recorded' }]);
    expect({ exitCode, judged }).toEqual({ exitCode: 2, judged: 0 });
    expect(notJudged).toEqual({ 'the answer: its body was not recorded': 1 });
  });

  test('where a schema does not compile, and what comes after it is judged all the same', async () => {
    const broken = documentOf('{ type: nonsense }').replace('/thing', '/_matrix/thing');
    const whole = documentOf('{ type: object }')
      .replace('/thing', '/_matrix/other')
      .replace('getThing', 'getOther');
    const specification = await loadSpecification(
      await folderOf({ 'a.yaml': broken, 'b.yaml': whole }),
    );
    const asked = [{ url: '/_matrix/thing' }, { url: '/_matrix/thing' }, { url: '/_matrix/other' }];
    const { problems, exitCode, judged, notJudged } = collected(asked, {}, specification);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/a schema does not compile: .*a\.yaml:\d+:\d+/);
    expect(notJudged).toEqual({ 'the answer: a schema does not compile': 2 });
    expect({ exitCode, judged }).toEqual({ exitCode: 2, judged: 1 });
  });

  test('where whoever passed the traffic on had a problem', () => {
    const collector = createTrafficCollector(documents);
    collector.add(spoken(sound));
    const result = collector.result({
      ...{ startedAt: '', durationMs: 1, source: 'http://hs.test' },
      extraNotJudged: { 'the judge fell behind': 4 },
      problems: ['The port was lost.'],
    });
    expect(result).toMatchObject({ exchanges: 5, judged: 1, exitCode: 2 });
    expect(result.notJudged).toEqual({ 'the judge fell behind': 4 });
  });
});

describe('what was seen', () => {
  test('is counted by operation, status and media type', () => {
    const limited = { status: 429, body: { errcode: 'M_LIMIT_EXCEEDED', error: 'slow' } };
    const { coverage, neverExercised, neverSucceeded } = collected([
      sound,
      sound,
      limited,
      { status: 401, url: '/_matrix/client/v3/rooms/!a:b/state', body: limited.body },
    ]);
    expect(
      coverage.map(({ operation, answers }) => [
        operation,
        ...answers.map(({ status, mediaType, count, isDocumented }) =>
          [status, mediaType, count, isDocumented].join(' '),
        ),
      ]),
    ).toEqual([
      ['getRoomState', '401 application/json 1 false'],
      ['sync', '200 application/json 2 true', '429 application/json 1 false'],
    ]);
    expect(neverExercised).toContain('createRoom');
    expect(neverExercised).not.toContain('sync');
    expect(neverSucceeded).toEqual(['getRoomState']);
  });

  test('of what no document has is told by the shape of its path', () => {
    const users = ['@a:hs.test', '@b:hs.test'].map((id) => ({
      url: `/_synapse/admin/v2/users/${id}?token=secret`,
    }));
    const { unknown, notJudged, findings } = collected(users);
    expect(unknown).toEqual([
      { method: 'GET', path: '/_synapse/admin/v2/users/*', count: 2, failed: 0 },
    ]);
    expect(notJudged).toEqual({ 'no document has the operation': 2 });
    expect(findings).toEqual([]);
  });

  test('a browser asks for its pages as well, and they are no operations', () => {
    const { unknown, notJudged } = collected([
      { url: '/bundles/app.js', origin: 'https://app.test' },
      { url: '/_matrix/unknown', origin: 'https://hs.test' },
    ]);
    expect(unknown.map(({ path }) => path)).toEqual(['/_matrix/unknown']);
    expect(notJudged).toMatchObject({ 'it is no request to a homeserver': 1 });
  });

  test.each([
    [{ headers: { server: 'Synapse/1.160.0' } }, 'Synapse 1.160.0'],
    [{ headers: { server: 'nginx/1.18.0' } }, 'unknown'],
    [
      {
        url: '/_matrix/federation/v1/version',
        body: { server: { name: 'Dendrite', version: '0.15.1' } },
      },
      'Dendrite 0.15.1',
    ],
  ])('%j says that the homeserver is %s', (told, software) => {
    expect(collected([told]).software).toBe(software);
  });
});

test('the path that a homeserver lives below is no part of its operations', () => {
  const told = { url: '/hs/_matrix/client/v3/sync', ...sound };
  expect(collected([told], { prefix: '/hs' })).toMatchObject({ judged: 1, exitCode: 0 });
  expect(collected([told])).toMatchObject({ judged: 0, exitCode: 2 });
});
