import { describe, expect, test } from 'vitest';
import { readExpectations } from '../expectations/read-expectations.ts';
import { concludeTraffic } from './conclude-traffic.ts';
import { expectedIdProblem } from './expected-id.ts';
import { collected, documents, type Told } from './spoken.fixture.ts';

const sound: Told = { body: { next_batch: 's1' } };
const wrong: Told = { body: { next_batch: 7 } };
const clients: Told = { ...sound, url: '/_matrix/client/v3/sync?timeout=soon' };
const id = 'sync/200/body-matches-its-schema/next_batch/type';

function expected(...lines: readonly string[]) {
  const problemOf = expectedIdProblem(documents.operations);
  return readExpectations(lines.join('\n'), { file: 'known.yaml', ids: [], problemOf });
}

function concluded(exchanges: readonly Told[], lines: readonly string[] = [], strict = false) {
  const terms = { strict, ...(lines.length === 0 ? {} : { expectations: expected(...lines) }) };
  const { run } = concludeTraffic(collected(exchanges), documents, terms);
  const outcomes = run.outcomes.map(({ id, verdict, expectation }) =>
    [verdict, id, ...(expectation === undefined ? [] : [expectation.met])].join(' '),
  );
  return { code: run.exitCode, outcomes, run };
}

const entry = [`${id}:`, '  expect: fail', '  reason: It counts.'];

describe('an outcome a finding', () => {
  test('what the homeserver broke fails, and an operation without a fault passes', () => {
    const other: Told = { url: '/_matrix/client/versions', body: { versions: ['v1.1'] } };
    expect(concluded([wrong, other])).toMatchObject({
      code: 1,
      outcomes: [`fail ${id}`, 'pass getVersions/as-documented'],
    });
  });

  test('it shows the smallest exchange, and says how often it was seen', () => {
    const { run } = concluded([{ body: { next_batch: 7, more: 'x' } }, wrong]);
    const [outcome] = run.outcomes;
    expect(outcome).toMatchObject({
      level: 'MUST',
      suite: 'sync',
      title: 'The 200 of sync: the body is what the document says',
      section: 'client-server-api/#get_matrixclientv3sync',
      reason: '/next_batch must be string',
    });
    const [told] = outcome?.tries ?? [];
    expect(told?.notes).toEqual(['seen in 2 exchanges']);
    expect(told?.violations[0]).toMatchObject({ exchange: 1, expected: 'string', actual: '7' });
    expect(told?.exchanges).toHaveLength(2);
  });

  test("a client's fault is advice, and counts where the run is strict", () => {
    const fault = 'advice sync/200/request/parameters-match-their-schemas/query/timeout/type';
    const outcomes = [fault, 'pass sync/as-documented'];
    expect(concluded([clients])).toMatchObject({ code: 0, outcomes });
    expect(concluded([clients], [], true)).toMatchObject({ code: 1, outcomes });
  });

  test('nothing judged cannot say', () => {
    expect(concluded([{ missing: 'was not recorded' }])).toMatchObject({ code: 2, outcomes: [] });
  });
});

describe('what is known of a homeserver', () => {
  test('is no news where it occurs', () => {
    expect(concluded([wrong], entry)).toMatchObject({ code: 0, outcomes: [`fail ${id} expected`] });
  });

  test('may stand for any id of a map', () => {
    const room = { timeline: { events: [], limited: 'yes' } };
    const limited: Told = { body: { next_batch: 's', rooms: { join: { '!a:b': room } } } };
    const any = 'sync/200/body-matches-its-schema/rooms/join/*/timeline/limited/type';
    const known = [`${any}:`, '  expect: fail', '  reason: It counts.'];
    expect(concluded([limited], known)).toMatchObject({
      code: 0,
      outcomes: [`fail ${any} expected`],
    });
  });

  test('has to go where its operation answered so and it does not occur', () => {
    const { code, outcomes, run } = concluded([sound], entry);
    expect({ code, outcomes }).toEqual({
      code: 1,
      outcomes: [`pass ${id} unexpected-pass`, 'pass sync/as-documented'],
    });
    expect(run.outcomes[0]?.expectation?.edit?.map(({ text }) => text)).toEqual(entry);
  });

  test('is neither where nothing of the sort was exercised', () => {
    const limited: Told = { status: 429, body: { errcode: 'M_LIMIT_EXCEEDED', error: 'slow' } };
    for (const told of [limited, { url: '/_matrix/client/versions', body: { versions: [] } }]) {
      const { code, outcomes } = concluded([told], entry);
      expect(code).toBe(0);
      expect(outcomes[0]).toBe(`unsupported ${id} unclear`);
    }
  });

  test('may be of what no document has', () => {
    const nowhere: Told = { url: '/_matrix/client/v3/nowhere', status: 404, body: {} };
    const mended: Told = { ...nowhere, body: { errcode: 'M_UNRECOGNIZED', error: 'What?' } };
    const of404 = 'undocumented/404/error-is-standard/errcode/type';
    const known = [`${of404}:`, '  expect: fail', '  reason: The router.'];
    const first = (told: Told) => concluded([told, sound], known).outcomes[0];
    expect(first(nowhere)).toBe(`fail ${of404} expected`);
    expect(first(mended)).toBe(`pass ${of404} unexpected-pass`);
    expect(first(sound)).toBe(`unsupported ${of404} unclear`);
    expect(concluded([nowhere]).run.outcomes[0]).toMatchObject({
      title:
        'The 404 of requests that no document has: an error has an errcode and an error message',
      section: 'client-server-api/#standard-error-response',
    });
  });

  test('does not go where another path that no document has breaks the homeserver down', () => {
    const error = { errcode: 'M_UNKNOWN', error: 'Oh' };
    const a: Told = { url: '/_matrix/client/v3/a', status: 500, body: error };
    const ofA = 'undocumented/500/no-server-error/GET/_matrix/client/v3/a';
    const known = [`${ofA}:`, '  expect: fail', '  reason: The router.'];
    const outcomes = (told: Told) => concluded([told, sound], known).outcomes;
    expect(outcomes(a)).toContain(`fail ${ofA} expected`);
    const b = { ...a, url: '/_matrix/client/v3/b' };
    expect(outcomes(b)).toContain(`unsupported ${ofA} unclear`);
  });

  test('may be skipped', () => {
    const skip = [`${id}:`, '  expect: skip', '  reason: Another team.'];
    const { code, outcomes } = concluded(
      [wrong, { url: '/_matrix/client/versions', body: { versions: [] } }],
      skip,
    );
    expect({ code, outcome: outcomes[0] }).toEqual({
      code: 0,
      outcome: `unsupported ${id} skipped`,
    });
  });

  test.each([
    ['synk/200/x', /known\.yaml:1: no document has the operation synk: did you mean sync\?/],
    ['sync/200', /known\.yaml:1: sync\/200 is no id of a finding/],
    ['sync/ok/x', /is no id of a finding/],
  ])('the id %s is none', (unknown, message) => {
    const lines = [`${unknown}:`, '  expect: fail', '  reason: It counts.'];
    expect(() => expected(...lines)).toThrow(message);
  });
});
