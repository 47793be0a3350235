import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const places = [
  process.env.MATRIX_CONFORMANCE_TEST_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where a Chromium is on this machine, if one is. */
export const chromiumPath: string | undefined = places.find(
  (place) => place !== undefined && place !== '' && existsSync(place),
);

/** Starts it; it asks no network for anything of its own. */
export async function startChromium(): Promise<Browser> {
  const quiet = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'];
  return await chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [
      '--headless',
      '--no-sandbox',
      '--no-first-run',
      ...quiet.map((one) => `--disable-${one}`),
    ],
  });
}

/** Opens a page, and holds that it complains of nothing and loads nothing but itself. */
export async function lookAt(
  browser: Browser,
  url: string,
  by: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const told: string[] = [];
  const asked = new Set<string>();
  page.on('console', (message) => told.push(message.text()));
  page.on('pageerror', (error) => told.push(error.message));
  page.on('request', (request) => asked.add(request.url().replace(/#.*/, '')));
  await page.goto(url);
  await by(page);
  await context.close();
  expect(told).toEqual([]);
  expect([...asked]).toEqual([url.replace(/#.*/, '')]);
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What keeps people out of the page as it stands: the rule, and the first element that breaks it. */
export async function barriers(page: Page): Promise<unknown> {
  await page.evaluate(readFileSync(axe, 'utf8'));
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
  );
}
