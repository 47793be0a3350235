import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { everyVerdict } from '../every-verdict.fixture.ts';
import { everyMeeting } from '../expectations.fixture.ts';
import { outcome, runResult } from '../report.fixture.ts';
import { hostileRun } from './hostile-run.fixture.ts';
import { html } from './html.ts';
import { runPageScript } from './scripts/run-page.ts';

/** The page without its script, its style and its data: what a browser without scripting shows. */
function shownOf(page: string): string {
  return page
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

test('without scripting the verdict, the counts and every reason are there', () => {
  const result = everyVerdict();
  const text = shownOf(html(result));
  expect(text).toContain('does not conform: 1 of 8 scenarios broke a MUST');
  expect(text).toContain('✗ 1 fail');
  for (const { id, title, reason } of result.outcomes) {
    expect(text).toContain(id);
    expect(text).toContain(title);
    expect(text).toContain(reason);
  }
  expect(text).toContain('intermittent');
});

test('what was expected, and what was not, is told in words', () => {
  const text = shownOf(html(everyMeeting()));
  expect(text).toContain('fail The requirement topics/known holds MUST as expected');
  expect(text).toContain('pass The requirement topics/mended holds MUST not as expected');
});

test('nothing that a homeserver says is markup', () => {
  const page = html(hostileRun());
  expect(page).not.toMatch(/<img|<!--|\u202e|\u0000|href="javascript/);
  const scripts = page.match(/<script(?: type="text\/plain" id="data-\d+")?>/g) ?? [];
  expect(scripts).toEqual(['<script type="text/plain" id="data-0">', '<script>']);
  expect(page.split('</script>')).toHaveLength(3);
  expect(page).toContain(`<script>${runPageScript}</script>`);
});

test('long texts are cut, and say so', () => {
  const page = html(hostileRun());
  expect(page.length).toBeLessThan(60_000);
  const [, data = ''] = /id="data-0">([^<]*)</.exec(page) ?? [];
  const evidence = inflateRawSync(Buffer.from(data, 'base64')).toString();
  expect(evidence).toContain('the first 20000 of 100');
});

test('a run of nothing is a page that says so', () => {
  const text = shownOf(html(runResult([], { problems: ['It is unreachable.'] })));
  expect(text).toContain('cannot say: It is unreachable.');
});

test('an outcome without exchanges, and one of which some are left out, have a page', () => {
  const left = { ...outcome('a/b', 'fail'), tries: [] };
  expect(html(runResult([left]))).toContain('id="a/b"');
});

test('the page has the command that runs a scenario again', () => {
  const page = html(runResult([outcome('a/b', 'fail')]));
  expect(page).toMatch(/data-rerun="npx matrix-conformance --target http:[^"]* --only "/);
});
