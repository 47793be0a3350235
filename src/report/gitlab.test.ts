import { expect, test } from 'vitest';
import { everyVerdict } from './every-verdict.fixture.ts';
import { everyMeeting } from './expectations.fixture.ts';
import { gitlab } from './gitlab.ts';
import { outcome, runResult } from './report.fixture.ts';

const read = (...[result]: Parameters<typeof gitlab>) => JSON.parse(gitlab(result));

test('what stands against the homeserver is told to the letter, and nothing else', () => {
  expect(read(everyVerdict())).toEqual([
    {
      description:
        'room_state/trailing-slash: The requirement room_state/trailing-slash holds. The PUT with a trailing slash was refused',
      check_name: 'room_state/trailing-slash',
      fingerprint: 'matrix-conformance:room_state/trailing-slash:fail',
      severity: 'critical',
      location: { path: 'room_state.yaml', lines: { begin: 1 } },
    },
  ]);
});

test('what is not as expected is at its entry, and no fingerprint occurs twice', () => {
  const found: { fingerprint: string; location: object; severity: string }[] = read(everyMeeting());
  expect(found.map(({ severity }) => severity)).toEqual(['info', 'minor', 'critical', 'critical']);
  expect(found[0]?.location).toEqual({ path: 'known.yaml', lines: { begin: 9 } });
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length);
});

test('the fingerprint does not change with what a homeserver said', () => {
  const one = read(runResult([outcome('a/b', 'fail', { reason: 'one', kind: 'status' })]));
  const other = read(runResult([outcome('a/b', 'fail', { reason: 'other', kind: 'status' })]));
  expect(one[0].fingerprint).toBe(other[0].fingerprint);
  expect(one[0].description).not.toBe(other[0].description);
});

test('a run that cannot say is no list of nothing, for that would mean that all is mended', () => {
  for (const result of [
    runResult([], { problems: ['Is it up?'] }),
    runResult([outcome('a/b', 'inconclusive')]),
    runResult([outcome('a/b', 'unsupported')]),
  ]) {
    expect(read(result)).toMatchObject([{ check_name: 'preflight', severity: 'blocker' }]);
  }
  expect(read(runResult([outcome('a/b', 'pass')]))).toEqual([]);
});
