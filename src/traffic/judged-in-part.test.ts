import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readExpectations } from '../expectations/read-expectations.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { concludeTraffic } from './conclude-traffic.ts';
import { expectedIdProblem } from './expected-id.ts';
import { collected, documents, ids, type Told } from './spoken.fixture.ts';

const missing = 'was not recorded';
const html = { 'content-type': 'text/html' };
const sound: Told = { body: { next_batch: 's1' } };

describe('an answer without its body is held against its document as far as it goes', () => {
  test.each<readonly [string, Told, readonly string[]]>([
    ['a breakdown', { missing, status: 500 }, ['sync/500/no-server-error']],
    [
      'a success that is not documented',
      { missing, status: 201 },
      ['sync/201/status-is-documented'],
    ],
    ['a page in place of JSON', { missing, headers: html }, ['sync/200/content-type-is-json']],
    [
      'a page in place of an error',
      { missing, headers: html, status: 403 },
      ['sync/403/content-type-is-json'],
    ],
    [
      'what was too large',
      { missing: 'is larger than 8388608 bytes', headers: html },
      ['sync/200/content-type-is-json'],
    ],
    ['what was cut off', { missing: 'was cut off', status: 500 }, ['sync/500/no-server-error']],
    [
      'what is larger than is unpacked',
      {
        body: gzipSync(Buffer.alloc(9 * 1024 * 1024, ' ')),
        headers: { ...html, 'content-encoding': 'gzip' },
      },
      ['sync/200/content-type-is-json'],
    ],
    [
      'what is nested too deeply',
      { body: '['.repeat(100_000), headers: html },
      ['sync/200/content-type-is-json'],
    ],
  ])('%s', (_, told, found) => {
    const { findings, exitCode } = collected([told]);
    expect({ found: ids(findings), exitCode }).toEqual({ found, exitCode: 1 });
  });
});

test('a request without its body is held to its parameters', () => {
  const told: Told = { ...sound, notSent: missing };
  expect(ids(collected([told]).findings)).toEqual([]);
  const wrong = { ...told, url: '/_matrix/client/v3/sync?timeout=soon' };
  expect(ids(collected([wrong]).findings)).toEqual([
    'sync/200/request/parameters-match-their-schemas/query/timeout/type',
  ]);
});

describe('nothing is made up of a body that nobody has', () => {
  test.each<readonly [string, Told]>([
    ['a sound one', { missing }],
    ['a refusal', { missing, status: 403 }],
    ['a page of a gateway', { missing, status: 502, headers: html }],
    ['a 401 that may ask for authentication', { missing, status: 401, headers: html }],
    ['a redirect', { missing, status: 302, headers: html }],
    ['a part of a file', { missing, status: 206, requestHeaders: { range: 'bytes=0-9' } }],
    ['a former version of the path', { missing, url: '/_matrix/client/r0/sync', headers: html }],
  ])('%s', (_, told) => {
    expect(ids(collected([told]).findings)).toEqual([]);
  });

  test('an octet stream may be JSON: only its name is wrong', () => {
    const octets = { 'content-type': 'application/octet-stream' };
    expect(ids(collected([{ missing, headers: octets }]).findings)).toEqual([
      'sync/200/content-type-is-json',
    ]);
  });
});

describe('who was judged in part is not counted as judged', () => {
  test('where the document speaks of a body', () => {
    const { judged, judgedInPart, notJudged, coverage } = collected([sound, { missing }]);
    expect({ judged, judgedInPart }).toEqual({ judged: 1, judgedInPart: 1 });
    expect(notJudged).toEqual({ 'the answer: its body was not recorded': 1 });
    expect(coverage[0]?.answers[0]).toMatchObject({ count: 2, judged: 1 });
  });

  test('and is where it does not', () => {
    const { judged, notJudged, judgedInPart } = collected([{ missing, status: 500 }]);
    expect({ judged, notJudged, judgedInPart }).toEqual({ judged: 1, notJudged: {} });
  });

  test('nor is what was held against nothing counted as judged in part', () => {
    expect(collected([{ method: 'HEAD' }]).judgedInPart).toBeUndefined();
  });
});

describe('an answer judged in part alone makes no run green', () => {
  const conclude = (exchanges: readonly Told[], lines: readonly string[] = []) => {
    const options = { file: 'known.yaml', ids: [], problemOf: expectedIdProblem([]) };
    const expectations = readExpectations(lines.join('\n'), {
      ...options,
      problemOf: expectedIdProblem(documents.operations),
    });
    const terms = { strict: false, ...(lines.length === 0 ? {} : { expectations }) };
    return concludeTraffic(collected(exchanges), documents, terms);
  };

  test('be nothing wrong with it', () => {
    expect(conclude([{ missing }]).run.exitCode).toBe(2);
    expect(conclude([{ missing, url: '/_matrix/client/v3/sync?timeout=soon' }]).run.exitCode).toBe(
      2,
    );
  });

  test('or be what is wrong with it known', () => {
    const lines = ['sync/200/content-type-is-json:', '  expect: fail', '  reason: It is known.'];
    const wrong = { missing, headers: html };
    const { run, traffic } = conclude([wrong], lines);
    expect([run.exitCode, traffic.exitCode]).toEqual([2, 2]);
    expect(run.problems).toEqual(['No answer was judged as a whole.']);
    expect(conclude([wrong, sound], lines).run.exitCode).toBe(0);
  });
});

const official = fileURLToPath(
  new URL('../../../shared/matrix-spec/api/client-server', import.meta.url),
);
test.skipIf(!existsSync(official))(
  'no media without its body is accused, whatever its type (skipped where ../shared/matrix-spec is not there)',
  async () => {
    const specification = await loadSpecification(official);
    const typed = (type: string) => ({ 'content-type': type, 'content-disposition': 'inline' });
    const asked = ['is media', missing, 'was cut off'].flatMap((why) =>
      ['image/png', 'text/html', 'application/pdf', 'application/json', 'a/b'].flatMap((type) =>
        ['client/v1/media', 'media/v3'].map(
          (api): Told => ({
            url: `/_matrix/${api}/download/hs.test/abc`,
            missing: why,
            headers: typed(type),
          }),
        ),
      ),
    );
    const { findings, judged } = collected(asked, {}, specification);
    expect(ids(findings)).toEqual([]);
    expect(judged).toBe(30);
  },
);
