import { describe, expect, test } from 'vitest';
import { ExpectationsError } from './expectations-error.ts';
import { type ReadOptions, readExpectations } from './read-expectations.ts';

const ids = ['room_state/a-topic-is-kept', 'room_state/a-name-is-kept'];
const options: ReadOptions = { file: 'known.yaml', ids };

function faultsOf(text: string, changes: Partial<ReadOptions> = {}): readonly string[] {
  try {
    readExpectations(text, { ...options, ...changes });
    return [];
  } catch (error) {
    if (!(error instanceof ExpectationsError)) throw error;
    expect(error.message).toBe(error.faults.join('\n'));
    return error.faults;
  }
}

/** An entry whose reason is on line 3, with more below it. */
const entry = (...more: string[]) =>
  ['room_state/a-topic-is-kept:', '  expect: fail', '  reason: It is lost.', ...more].join('\n');

test('an entry is read with all its members, where it stands, and the comment that is its own', () => {
  const text = `# Of the release.

# Told in January.
room_state/a-topic-is-kept:
  expect: 'flaky'
  kind: status # of the GET
  reason: >-
    It is lost
    at times.
  url: https://example.org/1
  versions: 1.10
  until: 2027-01-31
`;
  expect(readExpectations(text, options).entries).toEqual([
    {
      id: 'room_state/a-topic-is-kept',
      expect: 'flaky',
      kind: 'status',
      reason: 'It is lost at times.',
      url: 'https://example.org/1',
      versions: '1.10',
      until: '2027-01-31',
      file: 'known.yaml',
      line: 4,
      reasonLine: 7,
      lines: text
        .split('\n')
        .slice(2, -1)
        .map((line, index) => ({ line: index + 3, text: line })),
      spans: { expect: { line: 5, from: 10, to: 17 }, kind: { line: 6, from: 8, to: 14 } },
    },
  ]);
});

test.each(['', '# Nothing is known.\n', '{}', '---\n', '~'])(
  'a file may know nothing: %j',
  (text) => {
    expect(readExpectations(text, options)).toEqual({ file: 'known.yaml', entries: [] });
  },
);

describe('a fault is told in one sentence, with its line', () => {
  test.each([
    ['a: [', /^known.yaml:1: no YAML: .+\.$/],
    ['- a', /:1: the file has to be a map of scenario ids\.$/],
    ['text', /:1: the file has to be a map/],
    [
      '{ room_state/a-topic-is-kept: { expect: fail, reason: x } }',
      /:1: each entry has to begin on a line of its own/,
    ],
    ['---\n---\n', /:2: a second document begins, and one is read\.$/],
    [`${entry()}\n${entry()}`, /:4: room_state\/a-topic-is-kept .* a second time, after line 1\.$/],
    ['room_state/a-topic-is-kept: fail', /:1: the entry .* has to be a map/],
    ['room_state/a-topic-is-kept:\n  reason: x', /:1: the entry says nothing to expect\.$/],
    [
      entry().replace('fail', 'fial'),
      /:2: expect is one of fail, advice, flaky, skip, not fial\.$/,
    ],
    [entry().replace('fail', ''), /:2: expect is one of .*, not empty\.$/],
    [entry().replace('fail', 'error'), /:2: expect is one of .*, not error\.$/],
    [entry().replace('fail', 'flaky'), /:2: flaky needs the day on which that ends/],
    [entry().replace('It is lost.', '"  "'), /:3: room_state.* has no reason: say why/],
    [entry().replace('It is lost.', ''), /:3: room_state.* has no reason/],
    [entry().replace(/\n {2}reason.*/, ''), /:1: room_state.* has no reason/],
    [entry().replace('lost.', 'lost #12'), /:3: YAML takes a # after a space for a comment/],
    [entry().replace('reason', 'resaon'), /:3: an entry has no resaon: did you mean reason\?$/],
    [entry('  wibble: x'), /:4: an entry has no wibble: there are expect, reason, .*\.$/],
    [entry('  expect: fail'), /:4: expect stands there a second time\.$/],
    [entry('  kind: [status]'), /:4: kind has to be one value\.$/],
    [entry('  kind: stauts'), /:4: kind is one of schema, status, .*, timeout, not stauts\.$/],
    [entry('  versions: latest'), /:4: versions is a range such as .*, not latest\.$/],
    [entry('  versions:'), /:4: versions is a range .*, not empty\.$/],
    [entry('  url: example.org'), /:4: url is an http or https URL, not example\.org\.$/],
    [entry('  until: 2027-01-31'), /:4: until goes with expect: flaky alone\.$/],
    [entry('  until: 2027-02-30').replace('fail', 'flaky'), /:4: until is a day .*02-30\.$/],
    [entry('  until: soon').replace('fail', 'flaky'), /:4: until is a day such as .*, not soon\.$/],
    [entry('  kind: timeout').replace('fail', 'advice'), /:4: what runs into its timeout/],
    [entry('  kind: status').replace('fail', 'skip'), /:4: what is skipped fails in no kind/],
  ])('%j', (text, sentence) => {
    expect(faultsOf(text)).toEqual([expect.stringMatching(sentence)]);
  });
});

test('an id of no scenario is told, with the one that was meant', () => {
  const named = (id: string) => faultsOf(entry().replace('room_state/a-topic-is-kept', id))[0];
  expect(named('room_state/a-topik-is-kept')).toMatch(
    /^known.yaml:1: there is no scenario room_state\/a-topik-is-kept: did you mean room_state\/a-topic-is-kept\?$/,
  );
  expect(named('a-name-is-kept')).toMatch(/did you mean room_state\/a-name-is-kept\?$/);
  expect(named('else')).toMatch(/no scenario else: matrix-conformance list shows their ids\.$/);
});

test('all faults of a file are told, in the order of their lines', () => {
  const text = `${entry('  kind: x', '  until: y')}\nelse:\n  expect: z\n  reason: It is.\n`;
  expect(faultsOf(text).map((fault) => fault.split(':')[1])).toEqual(['4', '5', '6', '7']);
});

test('a reason may lack where the file is about to be brought up to date, and nothing else may', () => {
  const text = entry().replace('It is lost.', '');
  expect(faultsOf(text, { reasonsMayLack: true })).toEqual([]);
  expect(faultsOf(text.replace('fail', 'fial'), { reasonsMayLack: true })).toHaveLength(1);
});

test('a reason of several lines is told on one', () => {
  const text = entry().replace('It is lost.', '|\n    It is\n      lost.\n');
  expect(readExpectations(text, options).entries[0]?.reason).toBe('It is lost.');
});

describe('the comment above an entry', () => {
  const second = (text: string) => readExpectations(text, options).entries[1]?.lines[0]?.line;
  const other = entry().replace('topic', 'name');

  test('goes with it where it is its own', () => {
    expect(second(`${entry()}\n# Its own.\n# All of it.\n${other}\n`)).toBe(4);
    expect(second(`${entry()}\n\n# Its own.\n${other}`)).toBe(5);
  });

  test('stays where it is the head of the file, or above others as well', () => {
    const first = (text: string) => readExpectations(text, options).entries[0]?.lines[0]?.line;
    expect(first(`# Head.\n${entry()}\n`)).toBe(2);
    expect(first(`---\n# Head.\n${entry()}\n`)).toBe(3);
    expect(first(`# Head.\n\n# Both.\n${entry()}\n${other}\n`)).toBe(4);
  });
});
