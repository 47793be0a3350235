import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyVerdict } from '../every-verdict.fixture.ts';
import { outcome, runResult } from '../report.fixture.ts';
import { barriers, chromiumPath, lookAt, startChromium } from './chromium.fixture.ts';
import { hostileRun } from './hostile-run.fixture.ts';
import { html } from './html.ts';

const why = chromiumPath === undefined ? ' (skipped: there is no Chromium here)' : '';

describe.skipIf(chromiumPath === undefined)(`the page in a browser${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-conformance-page-'));
  const file = (name: string) => pathToFileURL(join(folder, name)).href;
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(join(folder, 'run.html'), html(everyVerdict()));
    writeFileSync(join(folder, 'hostile.html'), html(hostileRun()));
    const many = Array.from({ length: 500 }, (_, index) => outcome(`topics/n${index}`, 'pass'));
    writeFileSync(join(folder, 'long.html'), html(runResult(many)));
    browser = await startChromium();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const visibleRows = (page: Page) => page.locator('.scenario:visible').count();

  test('it tells the counts, and narrows the list by verdict and by words', async () => {
    await lookAt(browser, file('run.html'), async (page) => {
      expect(await page.locator('.counts').innerText()).toContain('1 fail');
      expect(await visibleRows(page)).toBe(8);
      await page.getByLabel('verdict').selectOption('inconclusive');
      expect(await visibleRows(page)).toBe(2);
      expect(await page.locator('#count').innerText()).toBe('2 of 8');
      await page.getByRole('searchbox').fill('two-keys');
      expect(await visibleRows(page)).toBe(1);
      expect(new URL(page.url()).hash).toBe('#q=two-keys&verdict=inconclusive');
      await page.reload();
      expect(await visibleRows(page)).toBe(1);
    });
  });

  test('a failure is opened by keyboard, and its curl is copied', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'] };
    await lookAt(
      browser,
      file('run.html'),
      async (page) => {
        await page.locator('[id="room_state/trailing-slash"] > summary').focus();
        await page.keyboard.press('Enter');
        await page.locator('.violation').waitFor();
        expect(await page.locator('.violation').innerText()).toContain('404 M_UNRECOGNIZED');
        await page.getByRole('button', { name: 'Copy curl' }).click();
        await page.getByRole('button', { name: 'Copied' }).waitFor();
        const copied = await page.evaluate('navigator.clipboard.readText()');
        expect(copied).toMatch(/^curl --path-as-is -i -X PUT/);
      },
      options,
    );
  });

  test.each(['room_state/trailing-slash', 'verdict=fail&open=room_state/trailing-slash'])(
    'a link to #%s opens the scenario',
    async (hash) => {
      await lookAt(browser, `${file('run.html')}#${hash}`, async (page) => {
        await page.locator('.violation').waitFor();
        expect(await page.locator('.scenario[open]').count()).toBe(1);
      });
    },
  );

  test('a scenario that a link opens stays in a long list, and is not counted among the others', async () => {
    await lookAt(browser, `${file('long.html')}#topics/n450`, async (page) => {
      const asked = page.locator('[id="topics/n450"]');
      await asked.locator('.evidence').waitFor();
      expect(await visibleRows(page)).toBe(351);
      expect(await page.locator('#more').innerText()).toBe('Show the other 149');
      await page.getByRole('searchbox').fill('topics');
      expect(await asked.isVisible()).toBe(true);
      expect(await page.locator('#more').innerText()).toBe('Show the other 149');
      await page.getByRole('searchbox').fill('n449');
      expect(await asked.isVisible()).toBe(false);
    });
  });

  test('a number of a table narrows the list to what it counts, and shows it', async () => {
    await lookAt(browser, file('run.html'), async (page) => {
      await page.getByRole('row', { name: 'room_state' }).getByRole('link', { name: '2' }).click();
      await page.locator('#count', { hasText: '2 of 8' }).waitFor();
      expect(await page.getByLabel('suite').inputValue()).toBe('room_state');
      expect(await visibleRows(page)).toBe(2);
    });
  });

  test('without scripting the reasons are there to be read', async () => {
    await lookAt(
      browser,
      file('run.html'),
      async (page) => expect(await page.locator('.reason').first().isVisible()).toBe(true),
      { javaScriptEnabled: false },
    );
  });

  test('what a homeserver says runs nothing, opened to the last exchange', async () => {
    await lookAt(browser, `${file('hostile.html')}#a/b`, async (page) => {
      await page.locator('.exchange pre').first().waitFor();
      expect(await page.evaluate('window.broken')).toBeUndefined();
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('body').innerText()).not.toContain('\u202e');
    });
  });

  test.each(['light', 'dark'] as const)(
    'axe finds nothing to mend in the %s page',
    async (scheme) => {
      const options = { colorScheme: scheme, bypassCSP: true };
      await lookAt(
        browser,
        `${file('run.html')}#room_state/trailing-slash`,
        async (page) => {
          await page.locator('.violation').waitFor();
          expect(await barriers(page)).toEqual([]);
        },
        options,
      );
    },
  );
});
