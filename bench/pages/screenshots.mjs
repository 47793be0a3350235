// Pictures of the page of a run, light and dark, as it opens and with one scenario open.
//
//   node bench/pages/screenshots.mjs PAGE.html FOLDER [SCENARIO]
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChromium } from './chromium.mjs';

const [, , page, folder, scenario] = process.argv;
if (page === undefined || folder === undefined) {
  console.error('node bench/pages/screenshots.mjs PAGE.html FOLDER [SCENARIO]');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await startChromium();
const url = pathToFileURL(resolve(page)).href;
for (const colorScheme of ['light', 'dark']) {
  const tab = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 800 } });
  await tab.goto(url);
  await tab.screenshot({ path: join(folder, `page-${colorScheme}.png`) });
  if (scenario === undefined) continue;
  await tab.goto(`${url}#${scenario}`);
  await tab.locator('.scenario[open] .evidence > *').first().waitFor();
  await tab.screenshot({ path: join(folder, `scenario-${colorScheme}.png`) });
}
await browser.close();
