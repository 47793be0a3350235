import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the scripts that pages carry are what their sources make', () => {
  const told = execFileSync(process.execPath, ['ci/browser-scripts.mjs', '--check']);
  expect(told.toString()).toBe('');
});

test('each page has a script, and no script is left of a page that is gone', () => {
  const pages = readdirSync('src/report/html/browser').filter((name) => name.endsWith('-page.ts'));
  expect(pages).not.toEqual([]);
  expect(readdirSync('src/report/html/scripts')).toEqual(pages);
});
