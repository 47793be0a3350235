import { expect, test } from 'vitest';
import { collected, ids, type Told } from './spoken.fixture.ts';

const html = { 'content-type': 'text/html' };
const page = '<h1>Not found</h1>';
const error = { errcode: 'M_UNRECOGNIZED', error: 'What?' };
const nowhere = '/_matrix/client/v3/nowhere';

test.each<readonly [string, Told, string]>([
  [
    'an unknown path answered with a page',
    { url: nowhere, status: 404, body: page, headers: html },
    'undocumented/404/body-is-json',
  ],
  [
    'an unknown path answered without an errcode',
    { url: nowhere, status: 404, body: {} },
    'undocumented/404/error-is-standard/errcode/type',
  ],
  [
    'a method that nobody has',
    { method: 'PATCH', status: 405, body: {} },
    'undocumented/405/error-is-standard/errcode/type',
  ],
  [
    'an unknown path that breaks it down',
    { method: 'PUT', url: `${nowhere}/a/!room:hs.test?a=b`, status: 500, body: error },
    'undocumented/500/no-server-error/PUT/_matrix/client/v3/nowhere/a/*',
  ],
  [
    'a preflight that is refused without an errcode',
    { method: 'OPTIONS', status: 405, body: {} },
    'OPTIONS/405/error-is-standard/errcode/type',
  ],
  [
    'a preflight that breaks it down',
    { method: 'OPTIONS', status: 500, body: error },
    'OPTIONS/500/no-server-error/OPTIONS/_matrix/client/v3/sync',
  ],
  [
    'a HEAD that breaks it down',
    { method: 'HEAD', status: 500, body: '' },
    'HEAD/500/no-server-error/HEAD/_matrix/client/v3/sync',
  ],
  [
    'that it breaks down, where nobody recorded the body',
    { url: nowhere, status: 500, missing: 'was not recorded' },
    'undocumented/500/no-server-error/GET/_matrix/client/v3/nowhere',
  ],
  [
    'a page in place of an error, where nobody recorded it',
    { url: nowhere, status: 404, headers: html, missing: 'was not recorded' },
    'undocumented/404/content-type-is-json',
  ],
  [
    'a former version that breaks it down',
    { url: '/_matrix/client/r0/sync', status: 500, body: error },
    'sync/500/no-server-error',
  ],
  [
    'a former version that answers with a page',
    { url: '/_matrix/client/r0/sync', status: 404, body: page, headers: html },
    'sync/404/body-is-json',
  ],
])('is a fault of the homeserver, whatever the documents have: %s', (_, told, id) => {
  expect(ids(collected([told]).findings)).toContain(id);
});

test.each<readonly [string, Told]>([
  ['a standard error of an unknown path', { url: nowhere, status: 404, body: error }],
  ['any success of an unknown path', { url: nowhere, body: page, headers: html }],
  ['a redirect of an unknown path', { url: nowhere, status: 302, body: page, headers: html }],
  ['a HEAD that is refused', { method: 'HEAD', status: 404, body: '' }],
  ['a preflight that is refused', { method: 'OPTIONS', status: 405, body: error }],
  [
    'a preflight of a gateway whose homeserver is away',
    { method: 'OPTIONS', status: 502, body: '', headers: html },
  ],
  [
    'a HEAD of a gateway whose homeserver is away',
    { method: 'HEAD', status: 502, body: '', headers: html },
  ],
  [
    'what another homeserver did',
    { url: '/_matrix/media/v3/thumbnail/a/b', status: 502, body: error },
  ],
  [
    'a page of a gateway whose homeserver is away',
    { url: nowhere, status: 503, body: page, headers: html },
  ],
  ['a former version that is gone', { url: '/_matrix/client/r0/sync', status: 404, body: error }],
  [
    'an endpoint of one homeserver alone',
    { url: '/_synapse/admin/v1/x', status: 404, body: page, headers: html },
  ],
  [
    'an endpoint of a neighbour',
    { url: '/_matrix/maubot/v1/x', status: 500, body: page, headers: html },
  ],
  [
    'a page of a single sign-on for people',
    { url: '/_matrix/client/v3/login/sso/redirect/oidc', status: 400, body: page, headers: html },
  ],
  [
    'a page in place of an authentication',
    {
      url: '/_matrix/client/v3/auth/m.login.terms/fallback/web',
      status: 400,
      body: page,
      headers: html,
    },
  ],
  [
    'the page of a link in a mail',
    {
      url: '/_matrix/client/unstable/registration/email/submit_token',
      status: 400,
      body: page,
      headers: html,
    },
  ],
  [
    'an error whose body nobody recorded',
    { url: nowhere, status: 404, missing: 'was not recorded' },
  ],
])('is no fault: %s', (_, told) => {
  expect(ids(collected([told]).findings)).toEqual([]);
});

test('what no document has is not judged for that, and its answers are counted by their status', () => {
  const { judged, notJudged, coverage, undocumented } = collected([
    { url: nowhere, status: 404, body: page, headers: html },
    { url: nowhere, status: 404, body: error },
    { method: 'OPTIONS', status: 405, body: error },
    { url: nowhere },
  ]);
  expect({ judged, coverage }).toEqual({ judged: 0, coverage: [] });
  expect(notJudged).toEqual({
    'no document has the operation': 3,
    'OPTIONS is asked for the sake of browsers': 1,
  });
  expect(undocumented).toEqual([
    { operation: 'undocumented', status: 404, count: 2 },
    { operation: 'OPTIONS', status: 405, count: 1 },
  ]);
});

test('one cause is one finding, whatever was asked for', () => {
  const paths = ['a', 'b', 'c'].map((name) => ({ url: `/_matrix/client/v3/${name}` }));
  const { findings } = collected(paths.map((one) => ({ ...one, status: 404, body: {} })));
  expect(findings.map(({ count }) => count)).toEqual([3]);
});

test('a method without end is not kept whole', () => {
  const method = 'A'.repeat(5000);
  const { findings, unknown } = collected([{ method, url: nowhere, status: 500, body: error }]);
  expect(findings).toHaveLength(1);
  expect(JSON.stringify({ ...findings[0], unknown })).not.toContain('A'.repeat(100));
});
