import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../model/verdict.ts';
import { everyVerdict } from '../every-verdict.fixture.ts';
import { aTry, exchange, outcome, violation } from '../report.fixture.ts';
import { compareResults } from './compare-results.ts';
import { given, runOf } from './comparison.fixture.ts';
import { comparisonReports } from './comparison-reports.ts';

const nasty =
  '@everyone #1 <script>alert(1)</script> <!-- [a](javascript:alert(1)) ![i](http://e.test/i.png) `` | \n## www.e.test http://e.test \u202e\u001b[31m\u0000';

/** All that a file can hold is nasty. */
function nastyOutcome(id: string, verdict: Verdict) {
  const fault = violation({ subject: nasty, expected: nasty, actual: nasty, message: nasty });
  return outcome(id, verdict, {
    title: nasty,
    section: `x)${nasty}`,
    rows: [nasty],
    suite: nasty,
    reason: nasty,
    tries: [
      aTry(verdict, {
        reason: nasty,
        notes: [nasty],
        violations: [fault],
        exchanges: [exchange({ curl: nasty, user: nasty })],
      }),
    ],
  });
}

const nastyComparison = compareResults(
  [
    { ...given('a', runOf(nasty, [outcome(nasty, 'pass'), outcome('a/b', 'pass')])), name: nasty },
    given(
      'b',
      runOf('S 2', [nastyOutcome(nasty, 'fail'), nastyOutcome('a/b', 'error')], {
        problems: [nasty],
      }),
    ),
  ],
  0,
);

const usual = compareResults([
  given('a', everyVerdict()),
  given(
    'b',
    runOf(
      'Dendrite 1',
      everyVerdict().outcomes.map((one) => ({ ...one, verdict: 'fail' as const })),
    ),
  ),
]);

test('every report tells each server and each requirement that is kept by none', () => {
  expect(usual.rows.filter(({ isKeptByNone }) => isKeptByNone)).not.toEqual([]);
  for (const { render } of Object.values(comparisonReports)) {
    const text = render(usual);
    expect(text).toContain('Dendrite 1');
    for (const { id } of usual.rows.filter(({ isKeptByNone }) => isKeptByNone))
      expect(text).toContain(id);
  }
});

test('the json report has a cell a server in each requirement, and null where it was not run', () => {
  const only = given('b', runOf('S 2', [outcome('a/new', 'pass')]));
  const told = JSON.parse(
    comparisonReports.json.render(
      compareResults([given('a', runOf('S 1', [outcome('a/b', 'pass')])), only]),
    ),
  );
  expect(told).toMatchObject({ exitCode: 2, baseline: 'S 1' });
  expect(
    told.requirements.map(({ cells }: { cells: { verdict: unknown }[] }) =>
      cells.map(({ verdict }) => verdict),
    ),
  ).toEqual([
    ['pass', null],
    [null, 'pass'],
  ]);
});

describe('hostile text', () => {
  test('is shown by the terminal, and not obeyed', () => {
    const text = comparisonReports.terminal.render(nastyComparison);
    expect(text).toContain('\\u001b[31m');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test('makes no mention, link, picture, HTML or row of a table in Markdown', () => {
    const text = comparisonReports.markdown.render(nastyComparison);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    // What stands in code is text to every reader of Markdown.
    const prose = text.replaceAll(/(`+)(?!`)(?:.*?[^`])??\1(?!`)/g, '');
    const told = prose.replaceAll(/(?<!\\)\]\([^)]*\)/g, ']');
    expect(told).not.toMatch(/@\w|(?<!&)#\d|<\w|<!--|!\[|www\.|https?:\/\//);
    const links = [...prose.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, url]) => url ?? '');
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((url) => !url.startsWith('https://spec.matrix.org/latest/'))).toEqual([]);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.match(/(?<!\\)\|/g)?.length);
    expect(new Set(cells)).toEqual(new Set([4]));
  });

  test('is text in HTML', () => {
    const text = comparisonReports.html.render(nastyComparison);
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toMatch(/<img|<!--|href="(?!https:|#|data:,)|[\u0000-\u0008\u202e\u001b]/);
    expect(text).toContain('&lt;script&gt;');
  });
});

test('Markdown stays below what a comment may hold, and says how much is left out', () => {
  const many = (verdict: Verdict) =>
    Array.from({ length: 3000 }, (_, index) =>
      outcome(`suite/requirement-${index}`, verdict, { reason: 'It is so. '.repeat(40) }),
    );
  const text = comparisonReports.markdown.render(
    compareResults([
      given('a', runOf('S 1', many('pass'))),
      given('b', runOf('S 2', many('fail'))),
    ]),
  );
  expect(text.length).toBeLessThan(65_536);
  const told = text.match(/^- \*\*/gm)?.length ?? 0;
  expect(text).toContain(`… and ${3000 - told} more, left out`);
});

test('Markdown stays below that, however many results there are, and whatever they are called', () => {
  const verdicts: readonly Verdict[] = ['fail', 'pass', 'advice', 'inconclusive'];
  const run = (column: number) => {
    const outcomes = Array.from({ length: 2000 }, (_, index) =>
      outcome(`suite/requirement-${index}`, verdicts[(index >> column) % 4] ?? 'pass'),
    );
    const problems = ['<<<<<'.repeat(100)];
    const name = `${'@&'.repeat(40)} ${column}`;
    return { ...given('a', runOf('S 1', outcomes, { problems })), name };
  };
  const results = Array.from({ length: 12 }, (_, column) => run(column));
  const text = comparisonReports.markdown.render(compareResults(results));
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/> \*\*Cannot say:\*\* \d+ more\n/);
  expect(text).toMatch(/… and \d+ chapters more, left out\n$/);
});
