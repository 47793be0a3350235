import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadSpecification } from '../openapi/load-specification.ts';
import { collected, ids, type Told } from './spoken.fixture.ts';

const html = { 'content-type': 'text/html' };
const page = '<html><h1>nginx</h1></html>';
const error = { errcode: 'M_UNKNOWN', error: 'It went wrong' };
const sync = { next_batch: 's1' };
const state = '/_matrix/client/v3/rooms/!a:hs.test/state/m.room.topic/';
const gzip = Buffer.from('H4sIAAAAAAAAA6tWKkmtKFGyUipWslCqBQBdkWvoEAAAAA==', 'base64');

const excused: readonly (readonly [string, Told])[] = [
  ['a HEAD has no body', { method: 'HEAD', body: '' }],
  ['a CORS preflight', { method: 'OPTIONS', body: '', status: 204 }],
  ['what was not modified', { status: 304, body: '' }],
  ['a change of protocol', { status: 101, body: '' }],
  ['no answer at all', { status: 0, body: '' }],
  ['a redirect by a web server', { status: 301, body: page, headers: html }],
  ['a page of a gateway whose homeserver is away', { status: 502, body: page, headers: html }],
  ['the same as text', { status: 504, body: 'Gateway', headers: { 'content-type': 'text/plain' } }],
  [
    'a page of a gateway for a body too large',
    {
      method: 'PUT',
      url: state,
      sent: { topic: 'x'.repeat(1_000_000) },
      status: 413,
      body: page,
      headers: html,
    },
  ],
  [
    'a page of a gateway for a path too long',
    { url: `${state}${'x'.repeat(4000)}`, status: 414, body: page, headers: html },
  ],
  ['a page of a gateway that limits the rate', { status: 429, body: page, headers: html }],
  ['what another homeserver did', { status: 502, body: error }],
  ['a homeserver that is busy', { status: 503, body: error }],
  ['a standard error that the document does not name', { status: 418, body: error }],
  ['a part of a file', { status: 206, requestHeaders: { range: 'bytes=0-9' }, body: '0123456789' }],
  ['a rate limit', { status: 429, body: { ...error, errcode: 'M_LIMIT_EXCEEDED' } }],
  ['a missing feature', { status: 404, body: { ...error, errcode: 'M_UNRECOGNIZED' } }],
  ['a charset', { body: sync, headers: { 'content-type': 'Application/JSON; charset=UTF-8' } }],
  [
    'a body in gzip',
    { body: gzip, headers: { 'content-encoding': 'gzip' }, url: '/_matrix/other' },
  ],
  ['user-interactive authentication', { status: 401, body: { flows: [], session: 's' } }],
  [
    'user-interactive authentication where it is documented',
    {
      method: 'POST',
      url: '/_matrix/client/v3/account/deactivate',
      sent: {},
      status: 401,
      body: { flows: [{ stages: ['m.login.password'] }], params: {}, session: 's' },
    },
  ],
  ['a former version of the path', { url: '/_matrix/client/r0/sync', body: {} }],
  ['an unstable version of the path', { url: '/_matrix/client/unstable/sync', body: { a: 1 } }],
  ['an endpoint of one homeserver alone', { url: '/_synapse/admin/v1/x', body: '[]' }],
  ['a state key that is left out', { url: state.slice(0, -1), body: { topic: 'tea' } }],
  ['a room id that is percent-encoded', { url: state.replace('!', '%21'), body: { topic: 'tea' } }],
  ['a recording without any header', { headers: { 'content-type': undefined }, body: sync }],
  [
    'what Cloudflare says of a name',
    { status: 530, body: 'error code: 1016', headers: { 'content-type': 'text/plain' } },
  ],
  ['a body that nobody recorded', { missing: 'was not recorded' }],
];

describe('is no fault of the homeserver, nor of the client', () => {
  test.each(excused)('%s', (_, told) => {
    expect(ids(collected([told]).findings)).toEqual([]);
  });
});

describe('is a fault of the homeserver', () => {
  test.each<readonly [string, Told, string]>([
    ['that it fails', { status: 500, body: error }, 'sync/500/no-server-error'],
    [
      'that it fails with a page',
      { status: 500, body: page, headers: html },
      'sync/500/no-server-error',
    ],
    [
      'a success that the document does not name',
      { status: 201, body: sync },
      'sync/201/status-is-documented',
    ],
    ['an empty body', { body: '' }, 'sync/200/body-is-json'],
    ['a page in place of JSON', { body: page, headers: html }, 'sync/200/body-is-json'],
    [
      'a picture in place of JSON',
      { body: 'PNG', headers: { 'content-type': 'image/png' } },
      'sync/200/body-is-json',
    ],
    [
      'a page in place of an error',
      { status: 404, body: page, headers: html },
      'sync/404/body-is-json',
    ],
    [
      'a page for a body that no gateway finds too large',
      { method: 'PUT', url: state, sent: {}, status: 413, body: page, headers: html },
      'setRoomStateWithKey/413/body-is-json',
    ],
    [
      'JSON of another name',
      { body: sync, headers: { 'content-type': 'text/json' } },
      'sync/200/content-type-is-json',
    ],
    ['a byte order mark', { body: `\ufeff${JSON.stringify(sync)}` }, 'sync/200/body-is-json'],
    [
      'a body that is not packed as it says',
      { body: sync, headers: { 'content-encoding': 'gzip' } },
      'sync/200/body-is-json',
    ],
    [
      'bytes that are no UTF-8',
      { body: Buffer.from('{"next_batch":"\xff"}', 'latin1') },
      'sync/200/body-is-json',
    ],
    [
      'an error without its code',
      { status: 403, body: { error: 'no' } },
      'sync/403/error-is-standard/errcode/type',
    ],
  ])('%s', (_, told, id) => {
    expect(ids(collected([told]).findings)).toContain(id);
  });
});

test('where nobody but a gateway, or another homeserver, was heard, nothing is judged', () => {
  const answers: readonly Told[] = [
    { status: 502, body: page, headers: html },
    { status: 503, body: error },
    { status: 429, body: page, headers: html },
  ];
  const { judged, notJudged, exitCode } = collected(answers);
  expect({ judged, exitCode }).toEqual({ judged: 0, exitCode: 2 });
  expect(notJudged).toEqual({ 'a gateway may have failed, or another homeserver': 3 });
});

test('of a 401 that is neither an error nor asks for authentication both are said to be missing', () => {
  const url = '/_matrix/client/v3/account/deactivate';
  const told = { method: 'POST', url, sent: {}, status: 401, body: { session: 's' } };
  expect(collected([told]).findings[0]?.expected).toBe(
    'an object with an errcode and an error message, or with the flows of an authentication',
  );
});

test('what another version of a path answers otherwise is information', () => {
  const { information, findings } = collected([{ url: '/_matrix/client/r0/sync', body: {} }]);
  expect(findings).toEqual([]);
  expect(ids(information)).toEqual(['sync/200/body-matches-its-schema/next_batch/required']);
});

describe('a file', () => {
  const official = '../shared/matrix-spec/api/client-server';
  test.skipIf(!existsSync(official))(
    'is of any media type, also where the document says octets',
    async () => {
      const specification = await loadSpecification(official);
      const media = '/_matrix/client/v1/media/download/hs.test/abc';
      const typed = (type: string) => ({ 'content-type': type, 'content-disposition': 'inline' });
      const { findings, judged } = collected(
        [
          { url: media, body: 'hello', headers: typed('text/plain; charset=UTF-8') },
          {
            url: media,
            body: Buffer.from([0xff, 0xd8]),
            headers: typed('image/jpeg'),
          },
          {
            ...{ method: 'POST', url: '/_matrix/media/v3/upload', sent: 'hello' },
            ...{
              requestHeaders: { 'content-type': 'text/plain' },
              body: { content_uri: 'mxc://a/b' },
            },
          },
        ],
        {},
        specification,
      );
      expect(ids(findings)).toEqual([]);
      expect(judged).toBe(3);
    },
  );
});
