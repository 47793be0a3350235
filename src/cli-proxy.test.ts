import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sendJson, startLocalServer } from './client/local-server.fixture.ts';
import { startHomeserver } from './homeserver/start-homeserver.ts';
import type { TrafficResult } from './model/traffic.ts';
import { mutant, patience } from './run-both.fixture.ts';
import { type Ended, inFolder, runCli } from './run-cli.fixture.ts';

interface Proxied extends Ended {
  /** Empty where the program did not listen. */
  readonly url: string;
  readonly result?: TrafficResult;
}

/** Runs the proxy, does something through it, and ends it by Ctrl-C unless it ends by itself. */
async function proxied(
  target: string,
  args: readonly string[],
  work: (url: string) => Promise<unknown> = async () => {},
): Promise<Proxied> {
  return inFolder(async (cwd) => {
    let url = '';
    let done: Promise<unknown> | undefined;
    const words = ['proxy', '--target', target, '--listen', '127.0.0.1:0', '--report'];
    const ended = await runCli([...words, 'json=result.json', ...args], {
      cwd,
      onOutput(stdout, child) {
        url = /^(http:\S+)\n/.exec(stdout)?.[1] ?? '';
        if (url !== '') done ??= work(url).finally(() => child.kill('SIGINT'));
      },
    });
    await done;
    const text = await readFile(join(cwd, 'result.json'), 'utf8').catch(() => undefined);
    return { ...ended, url, ...(text === undefined ? {} : { result: JSON.parse(text) }) };
  });
}

async function started(homeserver: Promise<{ url: string; close(): Promise<void> }>) {
  const { url, close } = await homeserver;
  onTestFinished(close);
  return url;
}

const versions = (url: string) => fetch(`${url}/_matrix/client/versions`);

const lacking = 'getVersions/200/body-matches-its-schema/versions/required';

describe('the proxy', () => {
  test('of a sound homeserver ends with 0, by Ctrl-C, with its report', async () => {
    const target = await started(startHomeserver());
    const { code, result, stdout, stderr } = await proxied(target, [], versions);
    expect(code).toBe(0);
    expect(result).toMatchObject({ findings: [], exchanges: 1, judged: 1, exitCode: 0 });
    expect(result?.coverage.map(({ operation }) => operation)).toEqual(['getVersions']);
    expect(stdout).toContain('none breaks the specification');
    expect(stderr).toContain(
      'Ended: judging what has passed, and writing the reports. Once more ends it at once.',
    );
  });

  test('finds what a homeserver gets wrong, and ends with 1', async () => {
    const target = await started(startLocalServer((response) => sendJson(response, {})));
    const { code, result } = await proxied(target, [], versions);
    expect(code).toBe(1);
    expect(result?.findings).toMatchObject([
      { id: lacking, side: 'homeserver', operation: 'getVersions', status: 200, count: 1 },
    ]);
  });

  test('ends by itself after so many requests, or so long', async () => {
    const target = await started(startHomeserver());
    const twice = async (url: string) => {
      await versions(url);
      await versions(url);
      await new Promise((later) => setTimeout(later, 5000));
    };
    const { code, result } = await proxied(target, ['--max-requests', '2'], (url) =>
      Promise.race([twice(url), new Promise((later) => setTimeout(later, 1500))]),
    );
    expect([code, result?.exchanges]).toEqual([0, 2]);
    const idle = await proxied(
      target,
      ['--max-time', '1'],
      () => new Promise((later) => setTimeout(later, 1200)),
    );
    expect([idle.code, idle.result?.exchanges]).toEqual([2, 0]);
    expect(idle.stdout).toContain('no answer was judged');
  });

  test('answers for a homeserver that is not there, judges nothing, and ends with 2', async () => {
    const { code, stderr, result } = await proxied('http://127.0.0.1:9', [], async (url) => {
      const answer = await versions(url);
      expect(answer.status).toBe(502);
      expect(await answer.json()).toMatchObject({ errcode: 'M_UNKNOWN' });
    });
    expect(code).toBe(2);
    expect(stderr).toContain('http://127.0.0.1:9 cannot be reached');
    const notJudged = { 'the homeserver could not be reached': 1 };
    expect(result).toMatchObject({ exchanges: 1, judged: 0, notJudged, exitCode: 2 });
  });

  test('counts what it answers itself for --max-requests', async () => {
    const { code, result, stderr } = await proxied(
      'http://127.0.0.1:9',
      ['--max-requests', '2'],
      async (url) => {
        await versions(url);
        await versions(url);
        await new Promise((later) => setTimeout(later, 1500));
      },
    );
    expect([code, result?.exchanges, result?.judged]).toEqual([2, 2, 0]);
    expect(stderr).not.toContain('Ended:');
  });

  test('takes an expected finding for no news, one that is gone for some, and knows its ids', async () => {
    const target = await started(startLocalServer((response) => sendJson(response, {})));
    const sound = await started(startHomeserver());
    await inFolder(async (folder) => {
      const file = join(folder, 'known.yaml');
      const entry = (id: string) => writeFile(file, `${id}:\n  expect: fail\n  reason: It is.\n`);
      const judged = (url: string) => proxied(url, ['--expectations', file], versions);
      await entry(lacking);
      expect((await judged(target)).code).toBe(0);
      const gone = await judged(sound);
      expect(gone.code).toBe(1);
      expect(gone.stdout).toContain(file);
      await entry('nonsense/200/body-is-json');
      const { code, stdout, stderr } = await judged(target);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('nonsense');
    });
  });
});

describe('a run through the proxy', () => {
  test('comes to the same verdicts as without', { timeout: patience }, async () => {
    const verdicts = async (target: string) => {
      const only = ['--only', 'm.room.', '--report', 'json=-'];
      const { stdout } = await runCli(['--target', target, ...only]);
      const { outcomes } = JSON.parse(stdout) as { outcomes: { id: string; verdict: string }[] };
      return outcomes.map(({ id, verdict }) => `${id} ${verdict}`);
    };
    const target = await started(mutant('who-left-sets-state'));
    const direct = await verdicts(target);
    expect(direct.filter((one) => one.endsWith(' fail')).length).toBeGreaterThan(0);
    let through: readonly string[] = [];
    const { result } = await proxied(target, [], async (url) => {
      through = await verdicts(url);
    });
    expect(through).toEqual(direct);
    expect(result?.findings.filter(({ side }) => side === 'homeserver')).toEqual([]);
    expect(result?.notJudged['the judge fell behind']).toBeUndefined();
  });
});

describe('what cannot be meant is exit 2, and one sentence', () => {
  test.each([
    [[], /proxy needs --target URL/],
    [['--target', 'localhost:8008'], /--target localhost:8008 is no URL/],
    [['--target', 'ftp://a.test'], /is no URL: http/],
    [['--target', 'http://localhost:8009'], /is where the proxy itself would listen/],
    [['--target', 'http://u:p@a.test'], /without user, password/],
    [['--target', 'ftp://u:p@a.test'], /without user, password/],
    [['--target', 'http://a.test?b'], /query and fragment/],
    [['--target', 'http://a.test', '--listen', 'here'], /--listen is HOST:PORT/],
    [['--target', 'http://a.test', '--listen', '127.0.0.1:99999'], /--listen is HOST:PORT/],
    [['--target', 'http://a.test', '--max-requests', '0'], /--max-requests is a whole number/],
    [['--target', 'http://a.test', '--max-time', 'long'], /--max-time is a whole number/],
    [['--target', 'http://a.test', '--listen', '192.0.2.1:1'], /cannot be listened on/],
    [['--target', 'http://a.test', '--spec', 'nowhere.yaml'], /nowhere.yaml/],
    [['--target', 'http://a.test', '--report', 'pdf'], /--report pdf is no report/],
    [['--target', 'http://a.test', '--update-expectations'], /needs --expectations FILE/],
    [['--target', 'http://a.test', '--max-request', '1'], /did you mean --max-requests/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runCli(['proxy', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^[^\n]{15,500}[.]\n$/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
