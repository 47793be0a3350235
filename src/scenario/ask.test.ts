import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Variation } from '../client/variation.ts';
import { runScenario } from '../engine/run-scenario.ts';
import type { Context } from './context.ts';
import { entry, groundAt, reference, scenarioOf } from './story.fixture.ts';

const isState = (url: string | undefined) => url?.includes('/state/org.example') === true;

/** Alice writes an entry. */
async function alicesStory({ users }: Context): Promise<void> {
  const { alice } = await users('alice');
  await alice.setsState(entry(await alice.createsRoom()), { text: 'hello' });
}

/** A proxy before the reference homeserver that may answer a request to a state entry itself. */
async function tellThrough(
  evil: (count: number, end: (answer: string) => void) => boolean,
  story = alicesStory,
) {
  const behind = await reference();
  let count = 0;
  const proxy = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (isState(request.url)) {
      count += 1;
      if (evil(count, (answer) => request.socket.end(answer))) return;
    }
    const answer = await fetch(behind + request.url, {
      method: request.method ?? 'GET',
      headers: { authorization: request.headers.authorization ?? '' },
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => proxy.closeAllConnections());
  onTestFinished(() => void proxy.close());
  const { port } = proxy.address() as AddressInfo;
  return runScenario(groundAt(`http://127.0.0.1:${port}`), scenarioOf(story));
}

describe('a connection that is closed without an answer', () => {
  test('fails the scenario when it happens again on a connection of its own', async () => {
    const { verdict, reason } = await tellThrough((_, end) => {
      end('');
      return true;
    });
    expect(verdict).toBe('fail');
    expect(reason).toContain('closed the connection without a whole answer, twice');
  });

  test('is an error when it happens once, and both exchanges are kept', async () => {
    const { verdict, exchanges } = await tellThrough((count, end) => {
      if (count === 1) end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"event');
      return count === 1;
    });
    expect(verdict).toBe('error');
    expect(exchanges.slice(-2).map(({ response }) => response?.status)).toEqual([undefined, 200]);
  });
});

test('a rate limit in any form is noted, waited out, and no failure', async () => {
  const page = 'HTTP/1.1 429 Slow\r\nContent-Type: text/html\r\nRetry-After: 0\r\n\r\n<p>slow</p>';
  const { verdict, notes } = await tellThrough((count, end) => {
    if (count === 1) end(page);
    return count === 1;
  });
  expect(verdict).toBe('pass');
  expect(notes.join()).toContain('429');
});

test('a rate limit is an answer to who asks for it', async () => {
  const page = 'HTTP/1.1 429 Slow\r\nContent-Type: text/html\r\nRetry-After: 99\r\n\r\n<p>slow</p>';
  const { verdict, exchanges } = await tellThrough(
    (_, end) => {
      end(page);
      return true;
    },
    async ({ users, check }) => {
      const { alice } = await users('alice');
      const args = { ...entry(await alice.createsRoom()), body: {} };
      const answer = await alice.asks('setRoomStateWithKey', args, { takesLimit: true });
      check('the status', answer.status, answer).equals(429);
    },
  );
  expect(verdict).toBe('pass');
  expect(exchanges.at(-1)).toMatchObject({ rateLimitWaits: 0, response: { status: 429 } });
});

test('what is no sound HTTP may be refused by whoever serves HTTP, and nothing else may', async () => {
  const page =
    'HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nbad';
  const violations = async (as?: Variation) => {
    const refuse = (_: number, end: (answer: string) => void) => {
      end(page);
      return true;
    };
    const story = async ({ users }: Context) => {
      const { alice } = await users('alice');
      await alice.asks('getRoomStateWithKey', entry(await alice.createsRoom()), as);
    };
    return (await tellThrough(refuse, story)).violations.length;
  };
  expect(await violations({ isBadHttp: true })).toBe(0);
  expect(await violations({})).toBeGreaterThan(0);
});

test.each([
  ['a proxy that limits it with a 503 is no trouble of the homeserver', true, 'pass'],
  ['to everybody else a 503 is one', false, 'fail'],
] as const)('where a rate limit is the answer: %s', async (_, takesLimit, expected) => {
  const { verdict } = await tellThrough(
    (_count, end) => {
      end('HTTP/1.1 503 Busy\r\nContent-Type: text/html\r\n\r\n<p>busy</p>');
      return true;
    },
    async ({ users, check }) => {
      const { alice } = await users('alice');
      const args = { ...entry(await alice.createsRoom()), body: {} };
      const answer = await alice.asks('setRoomStateWithKey', args, { takesLimit });
      check('the status', answer.status, answer).equals(503);
    },
  );
  expect(verdict).toBe(expected);
});

test.each([
  ['a success that no document describes', '200 OK', '{"delay_id": "1"}', 'pass'],
  ['but no error that is no standard one', '400 Bad', '{"delay_id": "1"}', 'fail'],
  ['and no trouble of its own', '500 Broken', '{}', 'fail'],
])('what is only proposed may have %s', async (_, status, body, expected) => {
  const { verdict } = await tellThrough(
    (_count, end) => {
      end(`HTTP/1.1 ${status}\r\nContent-Type: application/json\r\n\r\n${body}`);
      return true;
    },
    async ({ users, check }) => {
      const { alice } = await users('alice');
      const args = { ...entry(await alice.createsRoom()), body: {} };
      const answer = await alice.asks('setRoomStateWithKey', args, { isProposed: true });
      check('the status', `${answer.status}`, answer).equals(status.slice(0, 3));
    },
  );
  expect(verdict).toBe(expected);
});
