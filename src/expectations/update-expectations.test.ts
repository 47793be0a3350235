import { describe, expect, test } from 'vitest';
import type { Outcome } from '../model/outcome.ts';
import { outcome } from '../report/report.fixture.ts';
import { judge } from './judge.ts';
import { readExpectations } from './read-expectations.ts';
import { updateExpectations } from './update-expectations.ts';

const ids = ['one', 'two', 'three', 'four'].map((name) => `stories/${name}`);
const options = { file: 'known.yaml', ids };
const circumstances = { software: 'Synapse 1.163.2', today: '2026-11-25' };

/** What came of a run, by the last parts of the ids: `{ one: 'fail (status)' }`. */
function run(text: string, came: Readonly<Record<string, string>>): readonly Outcome[] {
  const { entries } = readExpectations(text, { ...options, reasonsMayLack: true });
  return Object.entries(came).map(([name, to]) => {
    const [, verdict = '', kind] = /^(\w+)(?: \((\w+)\))?$/.exec(to) ?? [];
    const changes = (kind === undefined ? {} : { kind }) as Partial<Outcome>;
    const plain = outcome(`stories/${name}`, verdict as Outcome['verdict'], changes);
    const entry = entries.find(({ id }) => id === plain.id);
    return entry === undefined
      ? plain
      : { ...plain, expectation: judge(entry, plain, circumstances) };
  });
}

/** The text after it was brought up to date; a second time has to change nothing. */
function updated(text: string | undefined, came: Readonly<Record<string, string>>): string {
  const after = updateExpectations(text, options, run(text ?? '', came)).text;
  const again = updateExpectations(after, options, run(after, came));
  expect(again.text).toBe(after);
  expect([...again.added, ...again.removed, ...again.changed]).toEqual([]);
  return after;
}

const file = `# What we know.

# Told in January.
stories/one: # first
    expect:   fail
    reason: >-
        It is lost,
        # and not found.
    kind: "status" # of the GET

stories/two: { expect: advice, reason: 'Because.', kind: status }
# About the third.
stories/three:
    reason:  Races.
    expect: flaky
    until: 2026-12-31

# The end.
`;

describe('every character that need not change stays', () => {
  test('where all is as expected, nothing is written anew', () => {
    expect(updated(file, { one: 'fail (status)', two: 'advice (status)', three: 'pass' })).toBe(
      file,
    );
  });

  test('what could not be told, was not run or is skipped is left alone', () => {
    expect(updated(file, { one: 'error', two: 'inconclusive', three: 'unsupported' })).toBe(file);
    expect(updated(file, {})).toBe(file);
    const skip = 'stories/one:\n  expect: skip\n  reason: It hangs.\n';
    expect(updated(skip, { one: 'unsupported' })).toBe(skip);
  });

  test('what changed, changes alone', () => {
    expect(updated(file, { one: 'advice (schema)', two: 'fail (state)' })).toBe(
      file
        .replace('expect:   fail', 'expect:   advice')
        .replace('"status" # of', 'schema # of')
        .replace('expect: advice, reason', 'expect: fail, reason')
        .replace('kind: status }', 'kind: state }'),
    );
  });

  test('what passed goes, with the comment that is its own', () => {
    expect(updated(file, { one: 'pass', two: 'advice (status)', three: 'pass' })).toBe(
      file.replace(/# Told[\s\S]*of the GET\n\n/, ''),
    );
    expect(updated(file, { one: 'fail (status)', two: 'pass' })).toBe(
      file.replace(/stories\/two.*\n/, ''),
    );
    expect(updated(file, { one: 'pass', two: 'pass' })).toBe(
      file.replace(/# Told[\s\S]*status }\n/, ''),
    );
  });

  test('what is new stands after the last entry, its reason to be filled in', () => {
    expect(updated(file, { four: 'fail (value)' })).toBe(
      file.replace(
        '2026-12-31\n',
        '2026-12-31\n\nstories/four:\n  expect: fail\n  kind: value\n  reason:\n',
      ),
    );
  });

  test('an unexpected end of a flaky entry changes its kind, and it stays flaky', () => {
    const flaky = file.replace('expect: flaky', 'expect: flaky\n    kind: status');
    expect(updated(flaky, { three: 'fail (value)' })).toBe(
      flaky.replace('kind: status\n    until', 'kind: value\n    until'),
    );
  });

  test('lines that end as on Windows go on to do so', () => {
    const windows = file.replaceAll('\n', '\r\n');
    const after = updated(windows, { one: 'pass', two: 'fail (state)', four: 'fail (value)' });
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(after.replaceAll('\r\n', '\n')).toBe(
      updated(file, { one: 'pass', two: 'fail (state)', four: 'fail (value)' }),
    );
  });
});

describe('an entry that does not hold is left to its author', () => {
  test.each([
    'stories/one:\n  expect: flaky\n  until: 2026-11-24\n  reason: It races.\n',
    'stories/one:\n  expect: fail\n  versions: <1.160\n  reason: It is lost.\n',
  ])('%j', (text) => {
    expect(updated(text, { one: 'pass' })).toBe(text);
    expect(updated(text, { one: 'fail (status)' })).toBe(text);
    const { left } = updateExpectations(text, options, run(text, { one: 'fail (status)' }));
    expect(left.map(({ id }) => id)).toEqual(['stories/one']);
  });
});

describe('a file without entries', () => {
  const came = { one: 'fail (status)', two: 'pass', three: 'advice (value)' };
  const entries = `stories/one:
  expect: fail
  kind: status
  reason:

stories/three:
  expect: advice
  kind: value
  reason:
`;

  test('that is not there yet is made, and says what it is', () => {
    expect(updated(undefined, came)).toMatch(/^# Known failures.*\n# .*\n\nstories\/one:/);
    expect(updated(undefined, came).endsWith(entries)).toBe(true);
    expect(updated(undefined, { two: 'pass' })).toMatch(/^# Known failures.*\n# .*\n$/);
  });

  test.each([
    ['', entries],
    ['{}\n', entries],
    ['---\n', `---\n\n${entries}`],
    ['# Nothing.\n\n\n', `# Nothing.\n\n${entries}`],
  ])('%j is filled', (text, after) => {
    expect(updated(text, came)).toBe(after);
  });

  test('becomes one again when all passes', () => {
    expect(updated(`# Head.\n\n${entries}`, { one: 'pass', three: 'pass' })).toBe('# Head.\n');
    expect(updated(entries, { one: 'pass', three: 'pass' })).toBe('');
  });
});

test('entries that stand indented get neighbours that do so as well', () => {
  expect(
    updated('  stories/one:\n    expect: fail\n    reason: Lost.', { two: 'fail (value)' }),
  ).toBe(
    '  stories/one:\n    expect: fail\n    reason: Lost.\n\n  stories/two:\n    expect: fail\n    kind: value\n    reason:\n',
  );
});

test('the lines to be filled in are those of every reason that lacks', () => {
  const text = 'stories/one:\n  reason:\n  expect: fail\n\nstories/two:\n  expect: fail\n';
  const outcomes = run(text, { one: 'fail (status)', two: 'fail (value)', three: 'fail (value)' });
  expect(updateExpectations(text, options, outcomes).toFillIn).toEqual([2, 5, 11]);
});

test('a change that would break the file is refused, and nothing is lost', () => {
  const text =
    'stories/one:\n  expect: &worst fail\n  reason: Lost.\nstories/two:\n  expect: *worst\n  reason: Lost.\n';
  const outcomes = run(text, { one: 'pass', two: 'fail (value)' });
  expect(() => updateExpectations(text, options, outcomes)).toThrow(/known.yaml/);
});

test('nothing that a homeserver says reaches the file', () => {
  const outcomes = run('', { one: 'fail (status)' }).map((one) => ({
    ...one,
    reason: 'syt_secret \u001b[31m',
  }));
  expect(updateExpectations('', options, outcomes).text).not.toMatch(/secret|\u001b/);
});
