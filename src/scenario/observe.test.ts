import { expect, test } from 'vitest';
import { MatrixError } from '../homeserver/http/matrix-error.ts';
import { breakDown } from '../homeserver/mutants/break-down.ts';
import { changeRefusal } from '../homeserver/mutants/change-refusal.ts';
import { changeReply } from '../homeserver/mutants/change-reply.ts';
import type { Observer } from './context.ts';
import { entry, tell } from './story.fixture.ts';

const put = 'setRoomStateWithKey';
const level = 'UNSPECIFIED';

/** An odd one is tried, and one that is refused in good order. */
async function oddStory({ users }: Observer): Promise<void> {
  const { alice } = await users('alice');
  const roomId = await alice.createsRoom();
  await alice.tries(roomId, {
    'an odd key': [put, { ...entry(roomId, 'odd'), body: {} }],
    'no JSON': [put, { ...entry(roomId), body: {} }, { rawBody: 'no json' }],
  });
}

test('what is tried is noted, whatever the answer, and passes', async () => {
  const { verdict, notes } = await tell(oddStory, { level });
  expect(verdict).toBe('pass');
  expect(notes).toEqual(['an odd key: 200', 'no JSON: 400 M_NOT_JSON']);
});

test('a homeserver that breaks down over it gets advice, and does not fail', async () => {
  const { verdict, reason } = await tell(oddStory, {
    level,
    fault: (homeserver) => breakDown(homeserver, put, ({ params }) => params.stateKey === 'odd'),
  });
  expect(verdict).toBe('advice');
  expect(reason).toContain('500');
});

test('an error that is no standard one fails', async () => {
  const { verdict } = await tell(oddStory, {
    level,
    fault: ({ wire }) => {
      const { parse } = wire;
      wire.parse = (text, type) => {
        if (text === 'no json') throw new MatrixError(400, 'not a code', 'an odd error');
        return parse(text, type);
      };
    },
  });
  expect(verdict).toBe('fail');
});

test('a homeserver that refuses everything in good order does not pass', async () => {
  const { verdict, reason } = await tell(oddStory, {
    level,
    fault: ({ rules }) => {
      rules.requiredPower = ({ type }) => (type.startsWith('org.') ? 'nobody may' : undefined);
    },
  });
  expect(verdict).toBe('fail');
  expect(reason).toContain('an ordinary one afterwards, had to succeed');
});

test('nor does one that accepts everything and keeps nothing', async () => {
  const { verdict, reason } = await tell(oddStory, {
    level,
    fault: ({ state }) => {
      const { write } = state;
      state.write = (into, event) => {
        if (!event.type.startsWith('org.')) write(into, event);
      };
    },
  });
  expect(verdict).toBe('fail');
  expect(reason).toContain('an ordinary entry afterwards: expected {"after":2}');
});

test('who asks another homeserver may say that it is not there, and nothing worse', async () => {
  const story = async ({ users }: Observer) => {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const body = { text: 'far away' };
    await alice.tries(roomId, {
      'a far one': [put, { ...entry(roomId), body }, { reachesOut: true }],
    });
  };
  const answering = (status: number) =>
    tell(story, {
      level,
      fault: (homeserver) =>
        changeReply(homeserver, put, (reply, { body }) =>
          body.text === 'far away'
            ? { status, body: { errcode: 'M_UNKNOWN', error: 'it is not there' } }
            : reply,
        ),
    });
  expect((await answering(502)).verdict).toBe('pass');
  expect((await answering(504)).verdict).toBe('pass');
  expect((await answering(500)).verdict).toBe('advice');
});

test('a control that an observation needs is demanded of everybody', async () => {
  const story = async ({ users }: Observer) => {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId), {});
  };
  const { verdict } = await tell(story, {
    level,
    fault: (homeserver) => {
      homeserver.checks.size = ({ type }) => {
        if (type === 'org.example.story') throw new MatrixError(413, 'M_TOO_LARGE', 'too long');
      };
      changeRefusal(homeserver, put, () => undefined);
    },
  });
  expect(verdict).toBe('fail');
});
