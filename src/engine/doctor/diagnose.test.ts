import { describe, expect, onTestFinished, test } from 'vitest';
import { type Answer, sendJson, startLocalServer } from '../../client/local-server.fixture.ts';
import { startHomeserver } from '../../homeserver/start-homeserver.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { planFor } from '../plan.fixture.ts';
import type { Plan } from '../plan.ts';
import { diagnose } from './diagnose.ts';

const never = new AbortController().signal;

async function diagnosed(target: string, changes: Partial<Plan> = {}): Promise<Diagnosis> {
  return diagnose(planFor(target, { timeoutMs: 2000, ...changes }), never);
}

/** `state check`, for each thing that was looked at. */
function states({ findings }: Diagnosis): readonly string[] {
  return findings.map(({ state, check }) => `${state} ${check}`);
}

async function serve(answer: Answer): Promise<string> {
  const server = await startLocalServer(answer);
  onTestFinished(() => server.close());
  return server.url;
}

type Registration = NonNullable<NonNullable<Parameters<typeof startHomeserver>[0]>['registration']>;

async function reference(registration: Registration = {}): Promise<string> {
  const homeserver = await startHomeserver({ registration });
  onTestFinished(() => homeserver.close());
  return homeserver.url;
}

/** The reference homeserver behind a proxy that answers some requests itself. */
async function behind(proxy: (path: string, size: number) => number | undefined): Promise<string> {
  const url = await reference();
  return serve(async (response, { method, path, headers, body }) => {
    const status = proxy(path, body.length);
    if (status === 429) {
      return sendJson(response, { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 60_000 }, 429);
    }
    if (status !== undefined) return response.writeHead(status).end();
    const { authorization = '' } = headers;
    const sent = method === 'GET' ? {} : { body: new Uint8Array(body) };
    const answer = await fetch(url + path, { method, headers: { authorization }, ...sent });
    return sendJson(response, await answer.json(), answer.status);
  });
}

describe('a homeserver that is ready', () => {
  test('has every thing good', async () => {
    const diagnosis = await diagnosed(await reference());
    expect(diagnosis.isReady).toBe(true);
    expect(states(diagnosis)).toEqual([
      'good the client API',
      'good its clock',
      'good users by open registration',
      'good room versions',
      'good a room',
      'good a large body',
      'good rate limits',
    ]);
  });

  test('may be slow: rooms that are limited are a note, with the time of a whole run', async () => {
    let rooms = 0;
    const isLimited = (path: string) => path.includes('/createRoom') && ++rooms > 4;
    const diagnosis = await diagnosed(await behind((path) => (isLimited(path) ? 429 : undefined)));
    expect(diagnosis.isReady).toBe(true);
    const rates = diagnosis.findings.at(-1);
    expect(rates).toMatchObject({ state: 'note', check: 'rate limits' });
    expect(rates?.said).toMatch(/^A user gets 4 rooms in a row, then one in 60\.0 s\. .* 67 min/);
    expect(rates?.recipes?.map(({ where }) => where.split(' ')[0])).toContain('homeserver.yaml');
  });

  test('may have a proxy in front of it that takes no large body', async () => {
    const diagnosis = await diagnosed(await behind((_, size) => (size > 9999 ? 413 : undefined)));
    expect(states(diagnosis)).toContain('note a large body');
    expect(diagnosis.isReady).toBe(true);
  });

  test.each([
    ['limited', 429, 'note rate limits'],
    ['refused', 403, 'bad a room'],
  ])('whose very first room is %s', async (_, status, last) => {
    const isRoom = (path: string) => path.includes('/createRoom');
    const url = await behind((path) => (isRoom(path) ? status : undefined));
    const diagnosis = await diagnosed(url);
    expect(states(diagnosis).at(-1)).toBe(last);
    expect(diagnosis.isReady).toBe(status === 429);
  });

  test.each([
    ['/createRoom', 'a second room'],
    ['/state/', 'a state event'],
  ])('may break down at %s: nothing is said of its rate limits then', async (what, check) => {
    let count = 0;
    const isBroken = (path: string) => path.includes(what) && ++count > 1;
    const url = await behind((path) => (isBroken(path) ? 500 : undefined));
    const diagnosis = await diagnosed(url);
    expect(states(diagnosis)).toContain(`note ${check}`);
    expect(states(diagnosis)).not.toContain('good rate limits');
  });

  test.each([429, 500, 200])('may answer /capabilities with an empty %i', async (status) => {
    const isAsked = (path: string) => path.includes('/capabilities');
    const url = await behind((path) => (isAsked(path) ? status : undefined));
    expect((await diagnosed(url)).isReady).toBe(true);
  });

  test('may be given less than three users', async () => {
    const url = await reference();
    const tokens = await registered(url, 2);
    const accounts = { way: 'given', accessTokens: tokens } as const;
    expect(states(await diagnosed(url, { accounts }))).toContain(
      'note users by given access tokens',
    );
  });

  test('may have a way to get users that works beside one that does not', async () => {
    const url = await reference({ open: false, sharedSecret: 'the-right-one' });
    const accounts = { way: 'auto', sharedSecret: 'the-right-one', accessTokens: ['bad'] } as const;
    const diagnosis = await diagnosed(url, { accounts });
    expect(states(diagnosis)).toEqual(
      expect.arrayContaining(['note users by given access tokens', 'good users by shared secret']),
    );
    expect(diagnosis.isReady).toBe(true);
  });
});

describe('tokens that are given beside the users', () => {
  test('are good, where they are', async () => {
    const adminToken = 'token-of-the-administrator';
    const homeserver = await startHomeserver({
      registration: { administrator: { token: adminToken, localpart: 'administrator' } },
    });
    onTestFinished(() => homeserver.close());
    const accounts = { way: 'open', adminToken } as const;
    expect(states(await diagnosed(homeserver.url, { accounts }))).toContain(
      'good the administrator',
    );
  });

  test('are told, where they are not', async () => {
    const url = await reference();
    const [plain = ''] = await registered(url, 1);
    const accounts = { way: 'open', adminToken: plain, applicationServiceToken: 'bogus' } as const;
    const diagnosis = await diagnosed(url, { accounts });
    expect(states(diagnosis)).toEqual(
      expect.arrayContaining(['note the administrator', 'bad the application service']),
    );
    expect(diagnosis.isReady).toBe(false);
  });
});

async function registered(url: string, count: number): Promise<readonly string[]> {
  const tokens: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const body = JSON.stringify({ auth: { type: 'm.login.dummy' }, password: 'p' });
    const answer = await fetch(`${url}/_matrix/client/v3/register`, { method: 'POST', body });
    const { session } = (await answer.json()) as { session: string };
    const auth = { type: 'm.login.dummy', session };
    const again = await fetch(`${url}/_matrix/client/v3/register`, {
      ...{ method: 'POST', body: JSON.stringify({ auth, password: 'p' }) },
    });
    tokens.push(((await again.json()) as { access_token: string }).access_token);
  }
  return tokens;
}

describe('a homeserver that is not ready', () => {
  test('with registration closed says so, and what opens it', async () => {
    const { isReady, findings } = await diagnosed(await reference({ open: false }));
    expect(isReady).toBe(false);
    const users = findings.at(-1);
    expect(users).toMatchObject({ state: 'bad', check: 'users by open registration' });
    expect(users?.answered?.answer).toMatch(/^40[13] /);
    expect(users?.recipes?.flatMap(({ lines }) => lines)).toContain('enable_registration: true');
  });

  test('no secret that was given is in what it says', async () => {
    const url = await reference({ open: false, sharedSecret: 'the-right-one' });
    const accounts = {
      way: 'auto',
      sharedSecret: 'Kanarie-1',
      accessTokens: ['Kanarie-2'],
    } as const;
    const diagnosis = await diagnosed(url, { accounts });
    expect(diagnosis.isReady).toBe(false);
    expect(JSON.stringify(diagnosis)).not.toContain('Kanarie');
  });

  test('where a way lacks its means, they are named', async () => {
    const { findings } = await diagnosed(await reference(), { accounts: { way: 'token' } });
    expect(findings.at(-1)?.said).toContain('MATRIX_CONFORMANCE_REGISTRATION_TOKEN');
  });
});

describe('no homeserver', () => {
  test('where nobody listens', async () => {
    const server = await startLocalServer(() => {});
    await server.close();
    const { isReady, findings } = await diagnosed(server.url);
    expect(isReady).toBe(false);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.answered?.answer).toBe('the connection was refused');
  });

  test('where a server name was given: it says whose client API it names', async () => {
    const named = { 'm.homeserver': { base_url: 'https://matrix.example.org/' } };
    const url = await serve((response, { path }) =>
      path === '/.well-known/matrix/client'
        ? sendJson(response, named)
        : response.writeHead(404).end('<html>'),
    );
    const [first] = (await diagnosed(url)).findings;
    expect(first?.said).toMatch(
      /is a server name.*give --target https:\/\/matrix\.example\.org\.$/,
    );
  });

  test.each([
    'javascript:alert(1)',
    'https://a b',
    'https://u:p@elsewhere.test',
    'https://hs.test/$(id)',
    7,
  ])('a base_url of %s is not repeated', async (base) => {
    const url = await serve((response, { path }) =>
      path.includes('well-known')
        ? sendJson(response, { 'm.homeserver': { base_url: base } })
        : response.writeHead(404).end(),
    );
    const [first] = (await diagnosed(url)).findings;
    expect(first?.said).not.toContain('server name');
  });

  test('where the other protocol was meant, that is found out', async () => {
    const url = await reference();
    const [first] = (await diagnosed(url.replace('http:', 'https:'))).findings;
    expect(first?.said).toContain(`A homeserver answers at ${url}: give --target ${url}.`);
  });

  test('where everything that is answered is hostile, it ends and is bounded', async () => {
    const long = '\u001b[2J'.repeat(100_000);
    const url = await serve((response) =>
      sendJson(response, { versions: [long], flows: [{ stages: [long] }], error: long }, 200, {
        server: 'x'.repeat(5000),
        date: 'Tue, 99 Foo 9999',
      }),
    );
    const diagnosis = await diagnosed(url);
    expect(diagnosis.isReady).toBe(false);
    expect(JSON.stringify(diagnosis).length).toBeLessThan(20_000);
  });
});
