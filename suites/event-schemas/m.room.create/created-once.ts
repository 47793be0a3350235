import { rejected } from '../../../src/scenario/refusal.ts';
import { eventType, put } from '../../entry.ts';
import { creation, creationOf, creationsOf } from './creation.ts';
import { roomCreate } from './suite.ts';

const section = 'rooms/v12/#authorization-rules';
const elsewhere = { unlike: { args: { eventType } } };

roomCreate.must('a-room-is-created-once', {
  title: 'In every room version the creator cannot send a second m.room.create',
  section,
  rows: ['J1'],
  async run({ users, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({}, async (version) => {
      const roomId = await alice.createsRoom({ version });
      const { content } = await creationOf(alice, roomId);
      const body = { ...content, 'm.federate': false };
      await alice.cannot(put, { ...creation(roomId), body }, rejected, elsewhere);
    });
  },
});

roomCreate.must('the-same-creation-again-is-no-new-event', {
  title: 'An m.room.create with the content of the first one makes no event, whatever the answer',
  section,
  rows: ['J1'],
  async run({ users, check, checkState, note }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const { event, content } = await creationOf(alice, roomId);
    // What changes nothing may be answered with the event that is there: then nothing is sent.
    const again = await alice.asks(put, { ...creation(roomId), body: content });
    note(`the same creation again is answered with ${again.status}`);
    const isNew = again.status === 200 && alice.takes(again, 'event_id') !== event.event_id;
    check('whether the same creation makes a new event', isNew, again).equals(false);
    const ids = (await creationsOf(alice, roomId)).map(({ event_id }) => event_id);
    checkState('the creations in the state', ids).equals([event.event_id]);
    checkState('the creation', await alice.seesState(creation(roomId))).equals(content);
  },
});

roomCreate.must('a-creation-has-no-other-state-key', {
  title: 'In every room version an m.room.create of another state key is refused',
  section,
  rows: ['J4'],
  async run({ users, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({}, async (version) => {
      const roomId = await alice.createsRoom({ version });
      const { content: body } = await creationOf(alice, roomId);
      // Nor is it one's own to send.
      const stateKey = Number(version) % 2 === 0 ? 'key' : alice.id;
      await alice.cannot(put, { ...creation(roomId, stateKey), body }, rejected, elsewhere);
    });
  },
});

/** What the content of a second creation may be like, and is refused all the same. */
const contents: readonly {
  readonly name: string;
  readonly title: string;
  readonly row: string;
  readonly odd: (content: Readonly<Record<string, unknown>>) => readonly object[];
}[] = [
  {
    name: 'a-second-creation-without-a-version-is-refused',
    title: 'A second m.room.create is refused whose content names no room version',
    row: 'J2',
    odd: ({ room_version: _, ...without }) => [{ ...without, 'org.example.more': true }, {}],
  },
  {
    name: 'a-second-creation-of-an-unknown-version-is-refused',
    title: 'A second m.room.create is refused whose room version is unknown, or no string',
    row: 'J3',
    odd: (content) =>
      ['org.example.unknown', 12, null].map((room_version) => ({ ...content, room_version })),
  },
  {
    name: 'a-second-creation-does-not-change-a-room',
    title: 'A second m.room.create of another known version, or with creators, is refused',
    row: 'J1',
    odd: (content) => [
      ...['1', '9', '11', '12']
        .filter((version) => version !== content.room_version)
        .map((room_version) => ({ ...content, room_version })),
      { ...content, additional_creators: ['@creator:example.org'] },
    ],
  },
];

for (const { name, title, row, odd } of contents) {
  roomCreate.must(name, {
    title,
    section,
    rows: [row],
    async run({ users }) {
      const { alice } = await users('alice');
      const roomId = await alice.createsRoom();
      const { content } = await creationOf(alice, roomId);
      for (const body of odd(content)) {
        await alice.cannot(put, { ...creation(roomId), body }, rejected, elsewhere);
      }
    },
  });
}

roomCreate.must('no-power-creates-a-room-again', {
  title: 'Neither form of the path, nor all the power, lets a member send another m.room.create',
  section,
  rows: ['J1'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    await alice.grants(roomId, bob, 100);
    const { content } = await creationOf(alice, roomId);
    for (const as of [{}, { trailingSlash: 'omitted' }] as const) {
      const body = { ...content, creator: bob.id, ...as };
      await bob.cannot(put, { ...creation(roomId), body }, rejected, { as, ...elsewhere });
    }
  },
});

roomCreate.must('initial-state-creates-no-room-anew', {
  title: 'An m.room.create in the initial state of a room does not become its creation',
  section: 'client-server-api/#post_matrixclientv3createroom',
  rows: ['J1'],
  async run({ users, checkState, note }) {
    const { alice } = await users('alice');
    const forged = { creator: alice.id, forged: true };
    const body = { initial_state: [{ type: 'm.room.create', state_key: '', content: forged }] };
    const answer = await alice.asks('createRoom', { body });
    note(`a creation in the initial state is answered with ${answer.status}`);
    // The state may be told to be invalid, or what cannot be applied may be left out.
    const roomId =
      answer.status === 200 ? alice.takes(answer, 'room_id') : await alice.createsRoom();
    const created = await creationOf(alice, roomId);
    checkState('the forged member of the creation', created.content.forged).equals(undefined);
    checkState('the number of creations', (await creationsOf(alice, roomId)).length).equals(1);
  },
});
