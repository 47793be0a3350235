import { type Answer, memberOf } from '../../../src/scenario/answer.ts';
import { demandOwnTokens } from '../../../src/scenario/demand-own-tokens.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'application-service-api/#timestamp-massaging';
const past = '1500000000000';
const future = '4100000000000';

/** When the homeserver says that the event of an entry was sent, and the answer that says so. */
async function sentAt(user: User, roomId: string, stateKey: string, eventType?: string) {
  const at = { ...entry(roomId, stateKey), ...(eventType === undefined ? {} : { eventType }) };
  const answer = await user.call('getRoomStateWithKey', { ...at, format: 'event' });
  return { answer, ts: Number(memberOf(answer, 'origin_server_ts')) };
}

roomState.must('a-service-says-when-its-events-were-sent', {
  title: 'The ?ts= of an application service is the origin_server_ts of the event; else it is now',
  section,
  rows: ['Q1'],
  since: 'v1.3',
  operations: ['getOneRoomEvent'],
  async run({ service, serviceUser, check }) {
    const bot = await service();
    const bob = await serviceUser('bob');
    const roomId = await bob.createsRoom({ joinedBy: [bot], powerLevels: { state_default: 0 } });
    const created = await sentAt(bob, roomId, '', 'm.room.create');
    for (const { form, stateKey, as } of pathForms) {
      for (const user of [bob, bot]) {
        for (const ts of [past, future, '1']) {
          const content = { ts, by: user.id, form };
          const eventId = await user.setsState(entry(roomId, stateKey), content, {
            ...as,
            query: { ts },
          });
          const event = await bob.seesEvent(roomId, eventId);
          const told = memberOf(event, 'origin_server_ts');
          check(`the time of an event by ${user.name}, for ${form}`, told, event).equals(
            Number(ts),
          );
        }
      }
      await bob.setsState(entry(roomId, stateKey), { ts: 'none', form }, as);
      const { answer, ts } = await sentAt(bob, roomId, stateKey);
      checkNow(check, answer, ts, created.ts);
    }
  },
});

/** A clock that stands later than that of the room's creation, and not years later. */
function checkNow(
  check: (subject: string, value: unknown, answer: Answer) => { equals(expected: unknown): void },
  answer: Answer,
  ts: number,
  created: number,
): void {
  const isNow = ts >= created && ts < created + 86_400_000;
  check('whether origin_server_ts is the time of the homeserver', isNow, answer).equals(true);
}

// "Should be rejected by the server as a bad request": no MUST.
roomState.should('a-time-that-is-none-is-refused', {
  title: 'A PUT of an application service whose ?ts= is no time is refused with 400',
  section,
  rows: ['Q2'],
  since: 'v1.3',
  async run({ serviceUser }) {
    const bob = await serviceUser('bob');
    const roomId = await bob.createsRoom();
    for (const ts of ['yesterday', '1.5', '2017-07-14', `${past}ms`]) {
      const args = { ...entry(roomId), body: { ts } };
      const unlike = { as: { query: { ts: past } } };
      await bob.cannot(put, args, { status: 400 }, { as: { query: { ts } }, unlike });
    }
  },
});

roomState.must('a-user-does-not-say-when-an-event-was-sent', {
  title: 'The ?ts= of an ordinary user does not change the origin_server_ts of the event',
  section,
  rows: ['Q3'],
  async run({ users, check, note }) {
    const { alice } = await users('alice');
    demandOwnTokens(alice);
    const roomId = await alice.createsRoom();
    const created = await sentAt(alice, roomId, '', 'm.room.create');
    await alice.setsState(entry(roomId), { ts: 'none' });
    for (const ts of [past, future]) {
      const args = { ...entry(roomId, ts), body: { ts } };
      const answer = await alice.asks(put, args, { query: { ts } });
      note(`what an ordinary user says with ?ts= is answered with ${answer.status}`);
      if (answer.status !== 200) continue;
      const event = await sentAt(alice, roomId, ts);
      checkNow(check, event.answer, event.ts, created.ts);
    }
    const plain = await sentAt(alice, roomId, 'key');
    checkNow(check, plain.answer, plain.ts, created.ts);
  },
});
