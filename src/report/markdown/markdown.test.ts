import { expect, test } from 'vitest';
import { everyVerdict } from '../every-verdict.fixture.ts';
import { aTry, exchange, outcome, runResult, violation } from '../report.fixture.ts';
import { markdown } from './markdown.ts';
import { codeBlock, codeSpan, markdownLink, markdownText } from './markdown-text.ts';

/** What is left of Markdown when its code, in lines and in blocks, is taken away. */
function outsideOfCode(text: string): string {
  return text
    .replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, '')
    .replace(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g, '');
}

const hostile = [
  '@team #1 !2 owner/repo#3 a@b.example https://evil.test www.evil.test',
  '<script>alert(1)</script><img src=x onerror=y> ![x](https://evil.test/x.png)',
  '``` \n```\n~~~ | a | b |\n# heading\n</details>',
  '`@team` ``@team`` [x](javascript:y) \\`@team\\`',
];

test.each(hostile)('a hostile text stays in code, wherever it comes from: %#', (text) => {
  const seen = exchange({ curl: `curl ${text}`, request: { ...exchange().request, body: text } });
  const found = violation({ expected: text, actual: text, message: text });
  const tries = [aTry('fail', { exchanges: [seen], violations: [found], reason: text })];
  const { plan, server } = runResult([]);
  const written = markdown(
    runResult(
      [
        outcome('a/b', 'fail', { reason: text, tries, title: text }),
        outcome('a/c', 'inconclusive', { reason: text }),
      ],
      { plan: { ...plan, target: text }, server: { ...server, software: text }, problems: [text] },
    ),
  );
  const rest = outsideOfCode(written);
  expect(rest).not.toMatch(
    /@team|<\/?(?:script|img|details)|(?<!\\)!\[|(?<!\\)\]\((?!https:\/\/spec\.matrix\.org)/,
  );
  expect(rest).not.toMatch(/(?:https?:\/\/|www\.)evil|(?<!\\)#1|a@b/);
});

test('prose shows what it was given, and begins no reference', () => {
  expect(markdownText('a_b | <b> & @me')).toBe('a\\_b \\| &lt;b\\> &amp; @&#8203;me');
  expect(codeSpan('a ` b')).toBe('``a ` b``');
  expect(codeSpan('`')).toBe('`` ` ``');
  expect(codeBlock('sh', ['```'])).toBe('````sh\n```\n````');
  expect(markdownLink('x', 'https://a.test/(b) c')).toBe('[x](https://a.test/%28b%29%20c)');
});

test('ten thousand failures are no longer than a comment may be, and those left out are counted', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => outcome(`a/${at}`, 'fail'));
  const written = markdown(runResult(many));
  expect(written.length).toBeLessThanOrEqual(65_536);
  expect(written.length).toBeGreaterThan(60_000);
  const told = written.match(/^- ✗ fail `a\//gm)?.length ?? 0;
  expect(written).toContain(`${10_000 - told} more are left out here`);
});

test('a failure is told with its requirement, its section, expected and actual, and its command', () => {
  const written = markdown(everyVerdict());
  expect(written).toContain('### ✗ fail: The requirement room\\_state/trailing-slash holds');
  expect(written).toContain('[specification](https://spec.matrix.org/latest/client-server-api/');
  expect(written).toContain('- expected: `200`\n- actual: `404 M_UNRECOGNIZED`');
  expect(written).toMatch(/```sh\ncurl --path-as-is /);
});

test('suites that the table has no rows for are counted in its last', () => {
  const many = Array.from({ length: 60 }, (_, at) => outcome(`suite-${at}/b`, 'pass'));
  expect(markdown(runResult(many))).toContain(
    '\n| **all**, 10 suites more | 0 | 0 | 0 | 0 | 0 | 60 |',
  );
  expect(markdown(everyVerdict())).toContain('\n| **all** |');
});
