import { expect, test } from 'vitest';
import { exampleAnnotations } from './example-annotations.ts';
import {
  bare,
  everythingFound,
  examplesResult,
  finding,
  hostile,
  hostileFinding,
} from './example-result.fixture.ts';

/** What GitHub's runner makes of a line; undefined where it is no command. */
function readCommand(line: string) {
  const [, kind = '', properties = '', text = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  if (kind === '') return undefined;
  const unescaped = (value: string, also: readonly (readonly [string, string])[] = []) =>
    [['%0D', '\r'] as const, ['%0A', '\n'] as const, ...also, ['%25', '%'] as const].reduce(
      (read, [escaped, character]) => read.replaceAll(escaped, character),
      value,
    );
  const pairs = properties.split(',').map((pair) => {
    const at = pair.indexOf('=');
    const value = unescaped(pair.slice(at + 1), [
      ['%3A', ':'],
      ['%2C', ','],
    ]);
    return [pair.slice(0, at), value] as const;
  });
  return { kind, ...Object.fromEntries(pairs), text: unescaped(text) };
}

function read(...[result]: Parameters<typeof exampleAnnotations>) {
  return exampleAnnotations(result).trimEnd().split('\n').map(readCommand);
}

test('a result with something of everything is told to the letter', () => {
  expect(exampleAnnotations(everythingFound())).toMatchInlineSnapshot(`
    "::error file=api/client-server/room_state.yaml,line=43,col=29,title=example-matches-schema::The example has "2000" at /retry_after_ms, and the schema takes an integer%0Aschema: api/definitions/errors/rate_limited.yaml:30:5
    ::error title=path-parameters::https://spec.test/api.json:1:90210: The path /rooms/{roomId} has a parameter that is described nowhere
    ::warning title=not checked::examples/sync.json is not read: it is on the network
    ::notice title=matrix-conformance examples::2 new findings in 2 files. 1,234 examples, 345 schemas and 67 operations in 12 files were checked in 1.2 s. 1 thing could not be checked.
    "
  `);
});

test('GitHub reads a name and a message again as they were', () => {
  const file = 'a:b,c%0A=d::e\r\nf%.yaml';
  const [error] = read(examplesResult([bare(finding({ file, message: '100%0A :: , = right' }))]));
  expect(error).toEqual({
    kind: 'error',
    file,
    line: '43',
    col: '29',
    title: 'example-matches-schema',
    text: '100%0A :: , = right',
  });
});

test('a document on the network is named in the message: no file of the repository is meant', () => {
  const [error] = read(examplesResult([bare(finding({ file: 'https://spec.test/a.json' }))]));
  expect(error).not.toHaveProperty('file');
  expect(error).not.toHaveProperty('line');
  expect(error?.text).toMatch(/^https:\/\/spec\.test\/a\.json:43:29: The example has/);
});

test.each(hostile)('a hostile text begins no command and no line of its own: %#', (text) => {
  const result = examplesResult([hostileFinding(text)], { unchecked: [text] });
  const written = exampleAnnotations(result);
  expect(written).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(read(result).map((one) => one?.kind)).toEqual(['error', 'warning', 'notice']);
});

test('beyond the ten that GitHub shows, the notice says that there are more', () => {
  const many = (count: number) => Array.from({ length: count }, () => finding());
  expect(read(examplesResult(many(10))).at(-1)?.text).not.toContain('GitHub');
  const eleven = read(examplesResult(many(11)));
  expect(eleven).toHaveLength(12);
  expect(eleven.at(-1)?.text).toMatch(
    /^11 findings in 1 file\. .* GitHub shows the first 10; the log has all 11 findings\.$/,
  );
});

test('where nothing is wrong there is one notice, and no error', () => {
  expect(exampleAnnotations(examplesResult())).toBe(
    '::notice title=matrix-conformance examples::Nothing is wrong: 1,234 examples, 345 schemas and 67 operations in 12 files were checked in 1.2 s.\n',
  );
});
