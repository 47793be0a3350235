import { describe, expect, test } from 'vitest';
import { everyVerdict } from './every-verdict.fixture.ts';
import { everyMeeting } from './expectations.fixture.ts';
import { junit } from './junit.ts';
import { junitReaders } from './junit-readers.fixture.ts';
import { aTry, exchange, outcome, runResult, violation } from './report.fixture.ts';
import { countStatuses } from './test-status.ts';

const hostile = [
  ']]></failure></testcase><testcase name="x"/><!--\0\u001b[31m\ufffe\ud800\r\n',
  '    at evil.Evil.evil(/etc/passwd:1)\n room_state /etc/passwd.rs:7 room_state:99',
  '&lol; <![CDATA[ %0A ::error::x ##[error]x',
];

function hostileRun(text: string) {
  const seen = exchange({ request: { ...exchange().request, body: text }, curl: text });
  const found = violation({ message: text, expected: text, actual: text, subject: text });
  const tries = [aTry('fail', { exchanges: [seen], violations: [found], reason: text })];
  return runResult([
    outcome('room_state/a', 'fail', { reason: text, tries }),
    outcome('room_state/b', 'unsupported', { reason: text }),
    outcome('room_state/b', 'error', { reason: text }),
  ]);
}

describe.each(Object.entries(junitReaders))('%s', (name, read) => {
  const red = name === 'Jenkins' || name === 'dorny/test-reporter' ? 'failed' : 'error';

  test.each([
    ['every verdict', everyVerdict()],
    ['every way to meet an expectation', everyMeeting()],
  ])('sees each scenario as what it is: %s', (_, result) => {
    const shown = read(junit(result));
    const count = (which: string) => shown.filter(({ status }) => status === which).length;
    const { passed, failed, error, skipped } = countStatuses(result);
    expect(shown).toHaveLength(result.outcomes.length);
    expect([count('passed'), count('skipped')]).toEqual([passed, skipped]);
    expect(count('failed')).toBe(red === 'failed' ? failed + error : failed);
    expect(shown.every(({ status, text }) => status === 'passed' || text)).toBe(true);
  });

  test.each(hostile)('is not led astray by a homeserver: %#', (text) => {
    const shown = read(junit(hostileRun(text)));
    expect(shown.map(({ status }) => status)).toEqual(['failed', 'skipped', red]);
    expect(new Set(shown.map((one) => `${one.group} ${one.name}`)).size).toBe(3);
    for (const { file, line } of shown) {
      expect([undefined, 'room_state.yaml']).toContain(file);
      expect([undefined, 1]).toContain(line);
    }
  });

  test('sees a run in which nothing was run as red', () => {
    const [only, ...others] = read(junit(runResult([], { problems: ['Is it up?'] })));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: 'preflight', status: red });
  });
});

test('an expectation is where the annotation goes', () => {
  const shown = junitReaders['mikepenz/action-junit-report'](junit(everyMeeting()));
  expect(shown[2]).toMatchObject({ name: 'mended', file: 'known.yaml', line: 9 });
  expect(shown.at(-1)).toMatchObject({ file: 'topics.yaml', line: 1 });
});

test('ten thousand failures are within what GitLab takes: 30 MB, and 250,000 objects', () => {
  const body = 'x'.repeat(1000);
  const tries = [
    aTry('fail', {
      exchanges: [exchange({ curl: `curl -d '${body}'` })],
      violations: [violation({ actual: body })],
    }),
  ];
  const many = Array.from({ length: 10_000 }, (_, at) => outcome(`a/${at}`, 'fail', { tries }));
  const text = junit(runResult(many));
  expect(Buffer.byteLength(text)).toBeLessThan(30_000_000);
  expect(text.match(/<[a-z]|"[^"]*"|>[^<]/g)?.length).toBeLessThan(250_000);
});
