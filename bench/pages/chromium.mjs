// A Chromium for measuring and for pictures; it asks no network for anything of its own.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = [process.env.MATRIX_CONFORMANCE_TEST_CHROMIUM, '/usr/bin/chromium'];
const quiet = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'];

/** @returns a browser. @throws where there is none. */
export async function startChromium() {
  const executablePath = places.find((place) => place && existsSync(place));
  if (executablePath === undefined)
    throw new Error('no Chromium: MATRIX_CONFORMANCE_TEST_CHROMIUM names one');
  return await chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--no-first-run',
      ...quiet.map((one) => `--disable-${one}`),
    ],
  });
}
