import { describe, expect, test } from 'vitest';
import { MatrixError } from '../homeserver/http/matrix-error.ts';
import { changeRefusal } from '../homeserver/mutants/change-refusal.ts';
import { letIn } from '../homeserver/mutants/let-in.ts';
import { routeOf } from '../homeserver/mutants/route-of.ts';
import type { Context } from './context.ts';
import { rejected } from './refusal.ts';
import { entry, type Fault, tell } from './story.fixture.ts';

const put = 'setRoomStateWithKey';
const body = { text: 'not allowed' };

/** Mallory, who is in the room without any power, may not set state; alice may. */
async function mallorysStory({ users }: Context): Promise<void> {
  const { alice, mallory } = await users('alice', 'mallory');
  const roomId = await alice.createsRoom({ joinedBy: [mallory] });
  await mallory.cannot(put, { ...entry(roomId), body }, 'M_FORBIDDEN', { unlike: alice });
}

const refusing =
  (status: number, errcode: string): Fault =>
  (homeserver) =>
    changeRefusal(homeserver, put, (error) => new MatrixError(status, errcode, error.message));

describe('a refusal counts', () => {
  test('when it is the right one, changes nothing, and its control succeeds', async () => {
    const { verdict, violations, checks, exchanges } = await tell(mallorysStory);
    expect(verdict).toBe('pass');
    expect(violations).toEqual([]);
    // Of the room, the join, the refusal, the reads, the comparison and the control.
    expect(checks).toBeGreaterThanOrEqual(6);
    const asked = exchanges.map(({ user, operationId }) => `${user} ${operationId}`);
    expect(asked.slice(-4)).toEqual([
      'alice getRoomStateWithKey',
      'mallory setRoomStateWithKey',
      'alice getRoomStateWithKey',
      'alice setRoomStateWithKey',
    ]);
  });

  test('with any client error, where the specification says no more than "reject"', async () => {
    const story = async ({ users }: Context) => {
      const { alice, mallory } = await users('alice', 'mallory');
      const roomId = await alice.createsRoom({ joinedBy: [mallory] });
      await mallory.cannot(put, { ...entry(roomId), body }, rejected, { unlike: alice });
    };
    expect((await tell(story, { fault: refusing(422, 'ORG_ODD') })).verdict).toBe('pass');
    const { verdict, reason } = await tell(story, {
      fault: (homeserver) => letIn(homeserver, () => true),
    });
    expect(verdict).toBe('fail');
    expect(reason).toContain('had to be refused with a 4xx and any errcode');
  });

  test('with somebody else to read the state, where its control may not', async () => {
    const { verdict, exchanges } = await tell(async ({ users }) => {
      const { alice, mallory } = await users('alice', 'mallory');
      const roomId = await alice.createsRoom();
      const ban = (of: string) => ({ stateKey: of, body: { membership: 'ban' } });
      const args = { ...entry(roomId, mallory.id), eventType: 'm.room.member' };
      await mallory.cannot(put, { ...args, ...ban(alice.id) }, 'M_FORBIDDEN', {
        unlike: { args: { stateKey: mallory.id, body: { membership: 'join' } } },
        seenBy: alice,
      });
    });
    expect(verdict).toBe('pass');
    expect(exchanges.slice(-4).map(({ user }) => user)).toEqual([
      'alice',
      'mallory',
      'alice',
      'mallory',
    ]);
  });

  test('with any of the codes that the specification leaves a choice of', async () => {
    const result = await tell(async ({ users }) => {
      const { alice } = await users('alice');
      const roomId = await alice.createsRoom();
      const refusal = { status: 401, errcode: ['M_UNKNOWN_TOKEN', 'M_MISSING_TOKEN'] };
      const as = { authorization: null };
      await alice.cannot(put, { ...entry(roomId), body }, refusal, { as, unlike: 'unvaried' });
    });
    expect(result.verdict).toBe('pass');
  });

  test('beside the same request once something has happened', async () => {
    const { verdict, exchanges } = await tell(async ({ users }) => {
      const { alice, mallory } = await users('alice', 'mallory');
      const roomId = await alice.createsRoom({ joinedBy: [mallory] });
      await mallory.cannot(put, { ...entry(roomId), body }, 'M_FORBIDDEN', {
        unlike: { once: () => alice.grants(roomId, mallory, 50) },
      });
    });
    expect(verdict).toBe('pass');
    const asked = exchanges.map(({ user, operationId }) => `${user} ${operationId}`);
    expect(asked.slice(-2)).toEqual(['alice setRoomStateWithKey', 'mallory setRoomStateWithKey']);
  });
});

describe('a refusal fails', () => {
  test('when its control is refused as well', async () => {
    const { verdict, reason } = await tell(mallorysStory, {
      fault: (homeserver) => {
        routeOf(homeserver, put).handle = () => {
          throw new MatrixError(403, 'M_FORBIDDEN', 'nobody may');
        };
      },
    });
    expect(verdict).toBe('fail');
    expect(reason).toMatch(/by alice, the control, had to succeed, .* 403 M_FORBIDDEN$/);
  });

  test('when the control differs in its arguments and is refused as well', async () => {
    const { verdict, reason } = await tell(
      async ({ users }) => {
        const { alice, bob } = await users('alice', 'bob');
        const roomId = await alice.createsRoom();
        await alice.cannot(put, { ...entry(roomId, bob.id), body }, 'M_FORBIDDEN', {
          unlike: { args: { stateKey: '' } },
        });
      },
      {
        fault: (homeserver) => {
          routeOf(homeserver, put).handle = () => {
            throw new MatrixError(403, 'M_FORBIDDEN', 'nobody may');
          };
        },
      },
    );
    expect([verdict, reason]).toEqual(['fail', expect.stringContaining('alice, the control,')]);
  });

  test('when the request succeeds', async () => {
    const { verdict, reason } = await tell(mallorysStory, {
      fault: (homeserver) => letIn(homeserver, () => true),
    });
    expect(verdict).toBe('fail');
    expect(reason).toBe(
      'setRoomStateWithKey by mallory had to be refused with 403 M_FORBIDDEN, and was answered with 200',
    );
  });

  test('when the state has changed all the same', async () => {
    const { verdict, reason, violations } = await tell(mallorysStory, {
      fault: (homeserver) => {
        letIn(homeserver, () => true);
        const route = routeOf(homeserver, put);
        const sound = route.handle;
        route.handle = async (call, on) => {
          await sound(call, on);
          throw new MatrixError(403, 'M_FORBIDDEN', 'or so it says');
        };
      },
    });
    expect(verdict).toBe('fail');
    expect(reason).toMatch(/^the state of org\.example\.story after the refused request: expected/);
    expect(violations[0]).toMatchObject({ kind: 'state', actual: '{"text":"not allowed"}' });
  });

  test.each<[string, number, string, string]>([
    ['the errcode', 403, 'M_UNKNOWN', 'errcode'],
    ['the status', 400, 'M_FORBIDDEN', 'status'],
    ['the token is said to be unknown, and is not, which', 401, 'M_UNKNOWN_TOKEN', 'status'],
  ])('when %s is another one', async (_, status, errcode, kind) => {
    const result = await tell(mallorysStory, { fault: refusing(status, errcode) });
    expect(result.verdict).toBe('fail');
    expect(result.reason).toContain(`was answered with ${status} ${errcode}`);
    const violation = result.violations.find((one) => one.requirement === 'stories/a-story');
    expect(violation).toMatchObject({ kind, underTest: true, level: 'MUST' });
    const shown = result.exchanges[violation?.exchange ?? -1];
    expect([shown?.user, shown?.response?.status]).toEqual(['mallory', status]);
  });
});

describe('nothing can be said', () => {
  test('when the token has run out before', async () => {
    const { verdict, reason } = await tell(async ({ users, userToLogOut }) => {
      const { alice } = await users('alice');
      const mallory = await userToLogOut('mallory');
      const roomId = await alice.createsRoom({ joinedBy: [mallory] });
      await mallory.call('logout');
      await mallory.cannot(put, { ...entry(roomId), body }, 'M_FORBIDDEN', { unlike: alice });
    });
    expect(verdict).toBe('inconclusive');
    expect(reason).toBe('the token of mallory is no longer known to the homeserver');
  });

  test('when a call that has to work is made with a token that has run out', async () => {
    const { verdict, reason } = await tell(async ({ users, userToLogOut }) => {
      const { alice } = await users('alice');
      const bob = await userToLogOut('bob');
      const roomId = await alice.createsRoom({ joinedBy: [bob] });
      await bob.call('logout');
      await bob.setsState(entry(roomId), body);
    });
    expect(verdict).toBe('inconclusive');
    expect(reason).toBe('the token of bob is no longer known to the homeserver');
  });

  test('when the room could not be made', async () => {
    const { verdict, reason } = await tell(mallorysStory, {
      fault: (homeserver) => {
        routeOf(homeserver, 'createRoom').handle = () => {
          throw new MatrixError(403, 'M_FORBIDDEN', 'no rooms here');
        };
      },
    });
    expect(verdict).toBe('inconclusive');
    expect(reason).toMatch(/^before the point: createRoom by alice had to succeed/);
  });
});

test('what only should be refused, and is not, is advice', async () => {
  const result = await tell(mallorysStory, {
    level: 'SHOULD',
    fault: (homeserver) => letIn(homeserver, (sender) => !sender.includes('nobody')),
  });
  expect(result.verdict).toBe('advice');
});

test('the types let no refusal be written without its control', () => {
  const story = async ({ users }: Context) => {
    const { alice } = await users('alice');
    // @ts-expect-error A refusal needs what it is unlike.
    await alice.cannot(put, { ...entry('!r:hs') }, 'M_FORBIDDEN', {});
    // @ts-expect-error And is not even without a fourth argument.
    await alice.cannot(put, { ...entry('!r:hs') }, 'M_FORBIDDEN');
    // @ts-expect-error Of a code that no one status belongs to, the status has to be said.
    await alice.cannot(put, { ...entry('!r:hs') }, 'M_UNKNOWN', { unlike: alice });
  };
  expect(story).toBeTypeOf('function');
});
