import { connect, createServer, type Server } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AccountOptions } from '../client/auth/account-options.ts';
import { authLineTo } from '../client/auth/auth-line.fixture.ts';
import { openRegistration } from '../client/auth/open-registration.ts';
import {
  type Answer,
  sendJson,
  startLocalServer,
  startSocketServer,
} from '../client/local-server.fixture.ts';
import type { RegistrationOptions } from '../homeserver/accounts/registration-options.ts';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import { goodStory, planFor, suiteOf } from './plan.fixture.ts';
import type { Plan } from './plan.ts';
import { runPlan } from './run-plan.ts';

const suites = [suiteOf({ good: goodStory })];

/** What each problem with the homeserver itself ends with. */
const more = / `matrix-conformance doctor --target (http\S+)` says more\.$/;

/** A run that comes no further than preflight. */
async function problemsOf(target: string, changes: Partial<Plan> = {}): Promise<readonly string[]> {
  const result = await runPlan(planFor(target, { suites, timeoutMs: 2000, ...changes }));
  expect(result.exitCode).toBe(2);
  // Who counts finds each planned scenario, and why it was never run.
  const told = result.outcomes.map(({ id, verdict, tries }) => ({ id, verdict, tries }));
  const planned = suites.flatMap(({ scenarios }) => scenarios);
  expect(told).toEqual(planned.map(({ id }) => ({ id, verdict: 'error', tries: [] })));
  for (const problem of result.problems) expect(problem).not.toMatch(/\n|\bat .*\.[jt]s:/);
  return result.problems.map((problem) => problem.replace(more, ''));
}

async function serve(answer: Answer): Promise<string> {
  const server = await startLocalServer(answer);
  onTestFinished(() => server.close());
  return server.url;
}

async function referenceWith(registration: RegistrationOptions): Promise<string> {
  const homeserver = await startHomeserver({ registration });
  onTestFinished(() => homeserver.close());
  return homeserver.url;
}

describe('a homeserver that cannot be asked is one sentence, with its cure', () => {
  test('nobody listens', async () => {
    const server = await startLocalServer(() => {});
    await server.close();
    expect(await problemsOf(server.url)).toEqual([
      `${server.url} cannot be reached: the connection was refused. Is the homeserver running, and are host and port right? --wait SECONDS waits for it to come up.`,
    ]);
  });

  test('and where more is told of it', async () => {
    const url = await serve((response) => sendJson(response, {}));
    const { problems } = await runPlan(planFor(url, { suites }));
    expect(problems).toEqual([expect.stringMatching(more)]);
    expect(problems[0]).toContain(`doctor --target ${url}\``);
  });

  test('the host name leads nowhere', async () => {
    const [problem] = await problemsOf('http://no-such-host.invalid');
    expect(problem).toMatch(/cannot be reached: the host name could not be resolved\./);
  });

  test('it speaks TLS, and is asked without', async () => {
    const server = await startSocketServer((socket) =>
      socket.end('\u0015\u0003\u0001\u0000\u0002'),
    );
    onTestFinished(() => server.close());
    const [problem] = await problemsOf(server.url);
    expect(problem).toContain('the answer is not HTTP');
  });

  test('it speaks no TLS, and is asked with', async () => {
    const url = await serve((response) => sendJson(response, {}));
    const [problem] = await problemsOf(url.replace('http:', 'https:'));
    expect(problem).toContain('it does not speak TLS there');
  });

  test('it says nothing', async () => {
    const [problem] = await problemsOf(await serve(() => {}), { timeoutMs: 300 });
    expect(problem).toContain('cannot be reached: it took longer than 0.3 s.');
  });

  test.each<[string, Answer, string]>([
    ['a website', (response) => response.end('<html>'), '(200, no content type)'],
    ['404 to all', (response) => sendJson(response, {}, 404), '(404, application/json)'],
    ['200 {} to all', (response) => sendJson(response, {}), '(200, application/json)'],
    ['versions that are none', (response) => sendJson(response, { versions: [1] }), '(200, '],
  ])('it is no Matrix homeserver: %s', async (_, answer, what) => {
    const url = await serve(answer);
    const [problem, ...others] = await problemsOf(url);
    expect(others).toEqual([]);
    expect(problem).toContain(`${url}/_matrix/client/versions is not what a Matrix homeserver`);
    expect(problem).toContain(what);
    expect(problem).toContain('is this the URL of its client API?');
  });

  test('it is elsewhere', async () => {
    const location = 'https://elsewhere.example/';
    const url = await serve((response) => sendJson(response, {}, 301, { location }));
    expect(await problemsOf(url)).toEqual([
      `${url}/_matrix/client/versions redirects to ${location}: give the homeserver's own URL as --target.`,
    ]);
  });

  test('what it says is told in short', async () => {
    const type = 'text/'.padEnd(8000, 'x');
    const url = await serve((response) => sendJson(response, {}, 200, { 'content-type': type }));
    const [problem = ''] = await problemsOf(url);
    expect(problem.length).toBeLessThan(400);
  });
});

describe('users that cannot be had are one sentence, with its cure', () => {
  test.each<[AccountOptions['way'], string]>([
    [
      'token',
      '--accounts token needs MATRIX_CONFORMANCE_REGISTRATION_TOKEN or --registration-token-file',
    ],
    [
      'shared-secret',
      '--accounts shared-secret needs MATRIX_CONFORMANCE_SHARED_SECRET or --shared-secret-file',
    ],
    ['given', '--accounts given needs MATRIX_CONFORMANCE_ACCESS_TOKENS or --access-tokens-file'],
    ['password', '--accounts password needs MATRIX_CONFORMANCE_PASSWORDS or --passwords-file'],
    [
      'application-service',
      '--accounts application-service needs MATRIX_CONFORMANCE_AS_TOKEN or --as-token-file',
    ],
  ])('%s is named without its means', async (way, sentence) => {
    expect(await problemsOf(await referenceWith({}), { accounts: { way } })).toEqual([sentence]);
  });

  test('each way that was tried says why', async () => {
    const url = await referenceWith({ open: false, sharedSecret: 'the-right-one' });
    const accounts = { way: 'auto', sharedSecret: 'the-wrong-one', accessTokens: ['bad'] } as const;
    const [problem, ...others] = await problemsOf(url, { accounts });
    expect(others).toEqual([]);
    expect(problem).toMatch(
      /^No account can be had \(given access tokens: access token 1 of 1 is not/,
    );
    expect(problem).toContain('; shared secret: the shared secret is not the homeserver');
    expect(problem).toMatch(/see --help under Accounts\.$/);
  });

  test('what was given and does not work is not passed over for open registration', async () => {
    const url = await referenceWith({});
    const accounts = { way: 'auto', sharedSecret: 'there-is-none' } as const;
    const [problem] = await problemsOf(url, { accounts });
    expect(problem).toMatch(/^No account can be had \(shared secret: /);
  });

  test('a given token that is not good is seen before anything is run', async () => {
    const url = await referenceWith({});
    const { accessToken } = await openRegistration().next(authLineTo(url));
    const accounts = { way: 'given', accessTokens: [accessToken, 'bad'] } as const;
    const [problem] = await problemsOf(url, { accounts });
    expect(problem).toContain('access token 2 of 2 is not good');
  });
});

describe('what was found', () => {
  test('another way is taken where the first gives nobody', async () => {
    const url = await referenceWith({ open: false, sharedSecret: 'the-right-one' });
    const accounts = { way: 'auto', sharedSecret: 'the-right-one', accessTokens: ['bad'] } as const;
    const result = await runPlan(planFor(url, { suites, accounts }));
    expect(result).toMatchObject({ exitCode: 0, server: { accounts: 'shared secret' } });
  });

  test('a homeserver that comes up late is waited for', async () => {
    const reference = await referenceWith({});
    let asked = 0;
    const url = await serve(async (response, request) => {
      asked += 1;
      if (asked < 3) return sendJson(response, {}, 502);
      const { method, headers, body, path } = request;
      const hasBody = method !== 'GET';
      const answer = await fetch(reference + path, {
        method,
        headers: { authorization: headers.authorization ?? '' },
        ...(hasBody ? { body: new Uint8Array(body) } : {}),
      });
      return sendJson(response, await answer.json(), answer.status);
    });
    const result = await runPlan(planFor(url, { suites, waitMs: 20_000 }));
    expect(result.exitCode).toBe(0);
  });

  test('one that comes up in stages is waited for, and each stage is told', async () => {
    const reference = await referenceWith({});
    const { hostname, port } = new URL(reference);
    // First nobody listens, then a proxy answers for it, then it speaks no HTTP, then it is there.
    const holder = await startLocalServer((response) => sendJson(response, {}, 502));
    const at = Number(new URL(holder.url).port);
    await holder.close();
    const told: string[] = [];
    let server: Server | undefined;
    const listen = (next: Server) => {
      server?.close();
      server = next.listen(at, '127.0.0.1');
    };
    onTestFinished(() => void server?.close());
    const stages = [
      () =>
        listen(
          createServer((socket) => socket.end('HTTP/1.1 502 No\r\ncontent-length: 0\r\n\r\n')),
        ),
      () => listen(createServer((socket) => socket.end('\u0015\u0003\u0001'))),
      () =>
        listen(
          createServer((socket) => {
            const there = connect(Number(port), hostname);
            socket
              .on('error', () => {})
              .pipe(there.on('error', () => {}))
              .pipe(socket);
          }),
        ),
    ];
    const plan = planFor(holder.url, { suites, waitMs: 20_000 });
    const result = await runPlan(plan, {
      onEvent(event) {
        if (event.type !== 'waiting' || event.reason === told.at(-1)) return;
        told.push(event.reason);
        stages.shift()?.();
      },
    });
    expect(told).toEqual([
      expect.stringContaining('the connection was refused'),
      expect.stringContaining('is not what a Matrix homeserver answers (502'),
      expect.stringContaining('not HTTP'),
    ]);
    expect(result.exitCode).toBe(0);
  });

  test('an end of the wait that is not the end of patience is not told as one', async () => {
    const url = await serve((response) => sendJson(response, {}, 503));
    const controller = new AbortController();
    const result = await runPlan(planFor(url, { suites, waitMs: 60_000 }), {
      signal: controller.signal,
      onEvent: ({ type }) => type === 'waiting' && controller.abort(),
    });
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]).not.toMatch(/waited for|--wait/);
  });

  test('what is waited for in vain is told with its last reason, and how long it was', async () => {
    const url = await serve((response) => sendJson(response, {}, 503));
    expect(await problemsOf(url, { waitMs: 600 })).toEqual([
      `${url}/_matrix/client/versions is not what a Matrix homeserver answers (503, application/json): is this the URL of its client API? It was waited for 0.6 s.`,
    ]);
  });
});
