import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyVerdict } from '../every-verdict.fixture.ts';
import { barriers, chromiumPath, lookAt, startChromium } from '../html/chromium.fixture.ts';
import { outcome } from '../report.fixture.ts';
import { compareResults } from './compare-results.ts';
import { given, runOf } from './comparison.fixture.ts';
import { comparisonHtml } from './comparison-html.ts';

const why = chromiumPath === undefined ? ' (skipped: there is no Chromium here)' : '';

const worse = everyVerdict().outcomes.map((one) =>
  one.id === 'bad_alias/kept' ? { ...one, verdict: 'fail' as const, reason: 'It was lost' } : one,
);

describe.skipIf(chromiumPath === undefined)(`the page of a comparison in a browser${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-conformance-page-'));
  const url = pathToFileURL(join(folder, 'comparison.html')).href;
  let browser: Browser;

  beforeAll(async () => {
    const comparison = compareResults([
      given('a', everyVerdict()),
      given('b', runOf('Synapse 2', worse)),
    ]);
    writeFileSync(join(folder, 'comparison.html'), comparisonHtml(comparison));
    const many = Array.from({ length: 600 }, (_, index) => outcome(`a/${index}`, 'pass'));
    const large = compareResults([given('a', runOf('A 1', many)), given('b', runOf('B 1', many))]);
    writeFileSync(join(folder, 'large.html'), comparisonHtml(large));
    browser = await startChromium();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const look = (hash: string, ...how: [(page: Page) => Promise<void>, BrowserContextOptions?]) =>
    lookAt(browser, url + hash, ...how);

  const visibleRows = (page: Page) => page.locator('.all tbody tr:visible').count();

  test('its filters narrow the table, and the address holds them', async () => {
    await look('', async (page) => {
      expect(await visibleRows(page)).toBe(8);
      await page.getByLabel('Show').selectOption('regression-1');
      expect(await visibleRows(page)).toBe(1);
      expect(await page.locator('#shown').innerText()).toBe('1 of 8');
      expect(new URL(page.url()).hash).toBe('#show=regression-1');
      await page.getByLabel('Show').selectOption('');
      await page.getByRole('searchbox').fill('TWO-KEYS');
      expect(await visibleRows(page)).toBe(1);
    });
    await look('#show=differs', async (page) => expect(await visibleRows(page)).toBe(1));
    await look('#show=%22%3E&level=nothing', async (page) =>
      expect(await visibleRows(page)).toBe(8),
    );
  });

  test('of very many rows the first are shown, and the others by a button', async () => {
    const page = await browser.newPage();
    await page.goto(url.replace('comparison.html', 'large.html'));
    await expect.poll(() => visibleRows(page)).toBe(350);
    await page.getByRole('button', { name: 'Show the other 250' }).click();
    expect(await visibleRows(page)).toBe(600);
    expect(await page.getByRole('button').count()).toBe(0);
    await page.close();
  });

  test('a reason is opened by keyboard', async () => {
    await look('#show=regression-1', async (page) => {
      await page.locator('.all tbody tr:visible summary').last().focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('.all details[open] dl').innerText()).toContain('It was lost');
    });
  });

  test('without scripting it is a plain table of everything, with no filter that does nothing', async () => {
    await look(
      '',
      async (page) => {
        expect(await visibleRows(page)).toBe(8);
        expect(await page.locator('select:visible, input:visible').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
  });

  test.each(['light', 'dark'] as const)('axe finds nothing, in %s', async (colorScheme) => {
    await look(
      '',
      async (page) => {
        await page.evaluate(
          'for (const one of document.querySelectorAll("details")) one.open = true',
        );
        expect(await barriers(page)).toEqual([]);
      },
      { colorScheme },
    );
  });
});
