import { describe, expect, test } from 'vitest';
import { collected, documents, spoken, type Told } from './spoken.fixture.ts';
import { createTrafficCollector } from './traffic-collector.ts';

/** Ever new ones, as a generator: none of them stays because of the test. */
function* many(count: number, make: (index: number) => Told): Generator<Told> {
  for (let index = 0; index < count; index += 1) yield make(index);
}

const word = (index: number) =>
  index.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));

describe('what a hostile side makes up without end is not kept without end', () => {
  test('places of a body: the rest is counted, and told as a problem', () => {
    const rooms = many(2000, (index) => ({
      body: { next_batch: 's', device_one_time_keys_count: { [word(index)]: 'x' } },
    }));
    const { findings, problems, exitCode } = collected(rooms);
    expect(findings).toHaveLength(300);
    expect(problems).toEqual([
      'There are more root causes than are kept: 1700 answers or requests showed others.',
    ]);
    expect(exitCode).toBe(1);
  });

  test('paths, methods, statuses and media types', () => {
    const { unknown, coverage } = collected([
      ...many(2000, (index) => ({ method: word(index), url: `/_matrix/${word(index)}` })),
      ...many(700, (index) => ({ status: 200 + index, body: {} })),
      ...many(700, (index) => ({ headers: { 'content-type': `a/${word(index)}` } })),
    ]);
    expect(unknown).toHaveLength(301);
    expect(unknown.at(-1)).toEqual({ method: '*', path: '(others)', count: 1700, failed: 0 });
    expect(coverage[0]?.answers).toHaveLength(16);
    expect(coverage[0]?.others).toBeGreaterThan(1000);
  });

  test('headers and bodies of what is kept are cut', () => {
    const headers = Object.fromEntries(
      [...many(5000, () => ({}))].map((_, at) => [`x-${at}`, 'y']),
    );
    const { findings } = collected([{ headers, body: { pad: 'p'.repeat(1_000_000) } }]);
    const kept = findings[0]?.first.response;
    expect(kept?.truncated).toBe(true);
    expect(kept?.body).toHaveLength(20_000);
    expect(JSON.stringify(kept?.headers).length).toBeLessThan(30_000);
  });
});

test('thousands of secrets in one exchange are all replaced', () => {
  const list = [...Array(20_000).keys()].map((index) => ({ token: `secret-${index}-of-many` }));
  const { findings } = collected([{ body: { next_batch: 7, list } }]);
  expect(findings).toHaveLength(1);
  expect(JSON.stringify(findings)).not.toContain('of-many');
});

test('a list that is wrong in each of very many entries is told by its first, and soon', () => {
  const body = `[${Array(60_000).fill('{}').join(',')}]`;
  const { findings } = collected([{ url: '/_matrix/client/v3/rooms/!a:hs.test/state', body }]);
  expect(findings).toHaveLength(1);
});

test('a secret of megabytes, of characters that are spelled in many ways, is hidden, and soon', () => {
  const { findings } = collected([{ body: { next_batch: 7, access_token: 'aB3%'.repeat(1e6) } }]);
  expect(JSON.stringify(findings)).not.toContain('aB3%aB3%');
});

test('bodies that cannot be judged are counted with the reason, and break nothing', () => {
  const nested = '['.repeat(100_000) + ']'.repeat(100_000);
  const { notJudged, problems } = collected([
    { body: nested },
    { body: '{}', headers: { 'content-encoding': 'gzip, '.repeat(5000) } },
    { body: '{}', headers: { 'content-encoding': 'constructor' } },
    { body: Buffer.alloc(9 * 1024 * 1024, ' ') },
    { sent: nested, body: { next_batch: 's' } },
  ]);
  expect(Object.keys(notJudged).toSorted()).toEqual([
    'the answer: its body is encoded too many times',
    'the answer: its body is larger than 8388608 bytes',
    'the answer: its body is of an encoding that is not known',
    'the answer: the answer nests deeper than 1000 levels',
  ]);
  expect(problems).toEqual([]);
});

test('what is added while nobody asks for a result costs no more than what is kept', () => {
  const collector = createTrafficCollector(documents);
  const one = spoken({ body: { next_batch: 7 } });
  for (let index = 0; index < 5000; index += 1) collector.add(one);
  expect(collector.counts()).toEqual({ exchanges: 5000, judged: 5000, findings: 1 });
});
