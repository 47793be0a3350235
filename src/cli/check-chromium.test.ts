import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import { chromiumPath, startChromium } from '../report/html/chromium.fixture.ts';
import { runCli } from '../run-cli.fixture.ts';

/** What a client in a page does. */
async function client(base: string): Promise<void> {
  const call = async (method: string, path: string, body?: object, token = '') => {
    const headers: Record<string, string> =
      token === '' ? {} : { authorization: `Bearer ${token}` };
    const answer = await fetch(`${base}/_matrix/client${path}`, {
      ...{ method, headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as Record<string, string>;
  };
  await call('GET', '/versions');
  const made = { username: 'alice', password: 'wonderland-1234' };
  const { session } = await call('POST', '/v3/register', made);
  const auth = { type: 'm.login.dummy', session };
  const { access_token } = await call('POST', '/v3/register', { ...made, auth });
  const { room_id = '' } = await call('POST', '/v3/createRoom', { name: 'Tea' }, access_token);
  await call('GET', `/v3/rooms/${encodeURIComponent(room_id)}/state`, undefined, access_token);
  await call('GET', '/v3/sync?timeout=0', undefined, access_token);
}

describe.skipIf(chromiumPath === undefined)('what Playwright records of Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await startChromium();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function recorded(content: 'embed' | 'omit' | 'attach'): Promise<string> {
    const homeserver = await startHomeserver();
    const path = join(folder, `${content}.har`);
    const context = await browser.newContext({ recordHar: { path, content } });
    try {
      const page = await context.newPage();
      await page.goto(`${homeserver.url}/_matrix/client/versions`);
      await page.evaluate(client, homeserver.url);
    } finally {
      await context.close();
      await homeserver.close();
    }
    return path;
  }

  test.each(['embed', 'attach'] as const)(
    'is judged where its bodies are to %s, and shows neither a password nor a token',
    async (content) => {
      const report = join(folder, 'out.json');
      const { code, stdout } = await runCli([
        'check',
        await recorded(content),
        '--report',
        `json=${report}`,
      ]);
      expect(stdout).toContain('none breaks the specification.');
      expect(code).toBe(0);
      const text = readFileSync(report, 'utf8');
      const operations = JSON.parse(text).coverage.map(
        ({ operation }: { operation: string }) => operation,
      );
      expect(operations.toSorted()).toEqual([
        'createRoom',
        'getRoomState',
        'getVersions',
        'register',
        'sync',
      ]);
      expect(JSON.parse(text).neverSucceeded).toEqual([]);
      expect(text).not.toContain('wonderland-1234');
    },
    60_000,
  );

  test('cannot be judged where its bodies are left out', async () => {
    const { code, stdout } = await runCli(['check', await recorded('omit')]);
    expect(stdout).toContain('its body was not recorded');
    expect(stdout).not.toContain('is no JSON');
    expect(code).toBe(2);
  }, 60_000);
});
