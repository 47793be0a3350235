import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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
