import { isRecord, jsonOf } from '../../../src/scenario/answer.ts';
import { anyoneMay, entry, eventType, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';
import { syncedEvents, syncOf } from './synced-events.ts';

const section = 'rooms/v10/#authorization-rules';
const body = { text: 'forbidden' };

roomState.must('a-member-below-the-power-level-may-not-set-state', {
  title: 'A member below the required power level may not set state, however often it is tried',
  section,
  rows: ['F1'],
  operations: ['getRoomState', 'sync'],
  async run({ users, checkState }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [mallory] });
    const ofMallory = async () => {
      const list = jsonOf(await alice.call('getRoomState', { roomId }));
      // Her own joining may be told later than it was answered.
      const isMallorys = (event: unknown) =>
        isRecord(event) && event.sender === mallory.id && event.type !== 'm.room.member';
      return Array.isArray(list) ? list.filter(isMallorys).length : undefined;
    };
    const before = await ofMallory();
    const since = alice.takes(await alice.call('sync', syncOf(roomId)), 'next_batch');
    // Each time something else, as what the entry holds already is another question.
    for (const [time, { stateKey, as }] of [...pathForms, ...pathForms].entries()) {
      const args = { ...entry(roomId, stateKey), body: { ...body, time } };
      await mallory.cannot(put, args, 'M_FORBIDDEN', { as, unlike: alice });
    }
    for (const [type, content] of [
      ['m.room.name', { name: 'forbidden' }],
      ['m.room.topic', { topic: 'forbidden' }],
    ] as const) {
      const args = { ...entry(roomId, ''), eventType: type, body: content };
      await mallory.cannot(put, args, 'M_FORBIDDEN', { unlike: alice });
    }
    checkState('how many state events are mallory’s', await ofMallory()).equals(before);
    const news = syncedEvents(await alice.call('sync', { ...syncOf(roomId), since }), roomId);
    const hers = news.filter(
      ({ sender, type }) => sender === mallory.id && type !== 'm.room.member',
    );
    checkState('the events of mallory in sync', hers).equals([]);
    const levels = { ...entry(roomId, ''), eventType: 'm.room.power_levels' };
    const known = await alice.seesState(levels);
    const raised = { ...(isRecord(known) ? known : {}), users_default: 50 };
    await mallory.cannot(put, { ...levels, body: raised }, 'M_FORBIDDEN', { unlike: alice });
  },
});

roomState.must('a-user-id-of-ones-own-still-needs-the-power', {
  title: 'A member below the required power level may not use their own user id as the state key',
  section,
  rows: ['F13'],
  async run({ users }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [mallory], ...anyoneMay });
    const closed = { ...entry(roomId, mallory.id), eventType: `${eventType}.closed` };
    await mallory.cannot(put, { ...closed, body }, 'M_FORBIDDEN', {
      unlike: { args: { eventType } },
    });
  },
});

roomState.must('a-member-below-the-power-level-may-not-repeat-the-state', {
  title: 'A member below the required power level may not even put what the entry holds already',
  section,
  rows: ['F2'],
  async run({ users, eachRoomVersion }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [mallory] });
    for (const { stateKey, as } of pathForms) {
      const args = { ...entry(roomId, stateKey), body: { ...body, nested: { list: [1] }, as } };
      await alice.setsState(entry(roomId, stateKey), args.body, as);
      await mallory.cannot(put, args, 'M_FORBIDDEN', { as, unlike: alice });
    }
    for (const [eventType, content] of [
      ['m.room.name', { name: 'as it is' }],
      ['m.room.topic', { topic: 'as it is' }],
      [`${entry('').eventType}.empty`, {}],
    ] as const) {
      const at = { ...entry(roomId, ''), eventType };
      await alice.setsState(at, content);
      await mallory.cannot(put, { ...at, body: content }, 'M_FORBIDDEN', { unlike: alice });
    }
    const levels = { ...entry(roomId, ''), eventType: 'm.room.power_levels' };
    const known = await alice.seesState(levels);
    await mallory.cannot(put, { ...levels, body: known }, 'M_FORBIDDEN', { unlike: alice });
    await eachRoomVersion({}, async (version) => {
      const ofVersion = await alice.createsRoom({ version, joinedBy: [mallory] });
      await alice.setsState(entry(ofVersion), body);
      const again = { ...entry(ofVersion), body };
      await mallory.cannot(put, again, 'M_FORBIDDEN', { unlike: alice });
    });
  },
});

roomState.must('the-user-id-of-another-may-not-be-the-state-key', {
  title: 'Nobody, not even the room’s creator, may use the user id of another as the state key',
  section,
  rows: ['F11'],
  async run({ users }) {
    const { alice, bob, carol } = await users('alice', 'bob', 'carol');
    const powerLevels = { events: { [`${eventType}.open`]: 0 } };
    const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels });
    // Carol is not in the room, and dave is nowhere.
    for (const other of [bob.id, carol.id, `@dave:${alice.serverName}`, '@erin:example.org']) {
      await alice.cannot(put, { ...entry(roomId, other), body }, 'M_FORBIDDEN', {
        unlike: { args: { stateKey: alice.id } },
      });
    }
    await alice.setsState(entry(roomId, ''), body);
    const open = { ...entry(roomId, alice.id), eventType: `${eventType}.open`, body };
    await bob.cannot(put, open, 'M_FORBIDDEN', { unlike: { args: { stateKey: bob.id } } });
    await alice.grants(roomId, bob, 100);
    const other = { ...entry(roomId, alice.id), body: { text: 'forbidden to bob' } };
    await bob.cannot(put, other, 'M_FORBIDDEN', { unlike: { args: { stateKey: bob.id } } });
  },
});

roomState.must('what-only-starts-like-a-user-id-may-not-be-the-state-key', {
  title: 'A state key that starts with @ and is not the sender’s user id is refused',
  section,
  rows: ['F12'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const ownStart = alice.id.slice(0, -1);
    const localpart = alice.id.split(':')[0] ?? '';
    for (const stateKey of ['@', '@ is no user', `${alice.id}_suffix`, ownStart, localpart]) {
      await alice.cannot(put, { ...entry(roomId, stateKey), body }, 'M_FORBIDDEN', {
        unlike: { args: { stateKey: `not ${stateKey}` } },
      });
    }
  },
});
