import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runPlan } from './engine/run-plan.ts';
import { evilBodies, evilConnections, evilLimits } from './hostile-answers.fixture.ts';
import { type Evil, startHostile } from './hostile-proxy.fixture.ts';
import { createPlan } from './library/create-plan.ts';
import type { RunResult } from './model/run-result.ts';
import { reports } from './report/reports.ts';
import { terminalSummary } from './report/terminal.ts';
import { readXml } from './report/xml-document.fixture.ts';
import { inFolder, runCli } from './run-cli.fixture.ts';

/** What steers a terminal, or hides what stands behind it. */
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const isState = (path: string) => path.includes('/state/');
/** All but what makes accounts and rooms, and fills them. */
const isLater = (path: string) =>
  !/\/(versions|version|register|login|whoami|capabilities|createRoom|join|invite)\b/.test(path);
const evils = [...evilBodies, ...evilConnections, ...evilLimits];
const patience = { timeout: 60_000 };

/** What a few scenarios, which write and are refused, come to against the homeserver. */
async function suffer(evil: Evil, isEvil: (path: string) => boolean): Promise<RunResult> {
  const homeserver = await startHostile(evil, isEvil);
  try {
    const options = { target: homeserver.url, only: 'user-id', timeoutMs: 4000 };
    const plan = await createPlan(options);
    const result = await runPlan({ ...plan, tries: 1, rateLimitWaitMs: 200 });
    expect(homeserver.evils()).toBeGreaterThan(0);
    expect(homeserver.hitsElsewhere()).toBe(0);
    return result;
  } finally {
    await homeserver.close();
  }
}

function expectToldSafely(result: RunResult): void {
  expect(result.counts.pass).toBe(0);
  expect([1, 2]).toContain(result.exitCode);
  expect(terminalSummary(result, { color: false, width: 80 })).not.toMatch(control);
  expect(JSON.parse(reports.json.render(result))).toMatchObject({ exitCode: result.exitCode });
  const { failures, errors } = readXml(reports.junit.render(result)).attributes;
  expect(Number(failures) + Number(errors)).toBeGreaterThan(0);
}

describe.concurrent('evil wherever state is concerned, a homeserver passes nothing', () => {
  const late = evils.filter(({ early }) => early !== true);
  test.each(late.map((evil) => [evil.name, evil] as const))('%s', patience, async (_, evil) => {
    const result = await suffer(evil, isState);
    expectToldSafely(result);
    expect(result.outcomes.length).toBeGreaterThan(2);
  });
});

describe.concurrent('evil from the first request, a homeserver passes nothing', () => {
  test.each(evils.map((evil) => [evil.name, evil] as const))('%s', patience, async (_, evil) => {
    const result = await suffer(evil, () => true);
    expectToldSafely(result);
    expect(result.problems.length).toBe(1);
  });
});

describe.concurrent('a rate limit that is never lifted is inconclusive, and says what lifts it', () => {
  test.each(evilLimits.map((evil) => [evil.name, evil] as const))(
    '%s',
    patience,
    async (_, evil) => {
      const { outcomes } = await suffer(evil, isState);
      const { problems } = await suffer(evil, () => true);
      for (const { verdict, reason } of outcomes) {
        expect(verdict).toBe('inconclusive');
        expect(reason).toMatch(/still limits its rate.*--rate-limit-wait more SECONDS/);
      }
      expect(problems).toEqual([expect.stringMatching(/still limits its rate.*--rate-limit-wait/)]);
    },
  );
});

test('all scenarios suffer every evil in turn in half a gigabyte, and none passes', {
  timeout: 120_000,
}, async () => {
  const late = evils.filter(({ early }) => early !== true);
  let turn = 0;
  const answer: Evil['answer'] = (socket, elsewhere) => {
    late[turn % late.length]?.answer(socket, elsewhere);
    turn += 1;
  };
  const homeserver = await startHostile({ name: 'every evil', answer }, isLater);
  await inFolder(async (cwd) => {
    const files = ['--report', 'junit=run.xml', '--report', 'json=run.json'];
    const bounds = ['--timeout', '2', '--rate-limit-wait', '1'];
    const args = ['--target', homeserver.url, ...bounds, ...files];
    const { code, stdout, stderr } = await runCli(args, { cwd, heap: 512 });
    const result = JSON.parse(await readFile(join(cwd, 'run.json'), 'utf8')) as RunResult;
    readXml(await readFile(join(cwd, 'run.xml'), 'utf8'));
    expect(code).toBe(1);
    expect(result.outcomes.filter(({ verdict }) => verdict === 'pass')).toEqual([]);
    expect(turn).toBeGreaterThan(late.length);
    expect(stdout).not.toMatch(control);
    expect(stderr).toBe('');
  }).finally(homeserver.close);
});
