import { memberOf } from '../../../src/scenario/answer.ts';
import type { Context } from '../../../src/scenario/context.ts';
import { demandOwnTokens } from '../../../src/scenario/demand-own-tokens.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'application-service-api/#timestamp-massaging';
const operations = ['getOneRoomEvent'];
const past = '1500000000000';
const future = '4100000000000';
const day = 86_400_000;

/** An entry of a type that has no other one, so that no event replaces another. */
function entryOf(roomId: string, what: string, stateKey = 'key') {
  return { ...entry(roomId, stateKey), eventType: `org.example.${what.replaceAll(' ', '-')}` };
}

/** When the homeserver says that an event was sent, and the answer that says so. */
async function timeOf(user: User, roomId: string, eventId: string) {
  const answer = await user.seesEvent(roomId, eventId);
  return { answer, ts: memberOf(answer, 'origin_server_ts') };
}

/** Begins a room's time: a check of later events, that the homeserver's clock says when they were. */
async function clockOf(context: Context, user: User, roomId: string) {
  const first = await user.setsState(entryOf(roomId, 'first'), { text: 'first' });
  const begin = Number((await timeOf(user, roomId, first)).ts);
  return async (eventId: string) => {
    const { answer, ts } = await timeOf(user, roomId, eventId);
    const isNow = Number(ts) >= begin && Number(ts) < begin + day;
    const subject = 'whether origin_server_ts is the time of the homeserver';
    context.check(subject, isNow, answer).equals(true);
  };
}

roomState.must('a-service-says-when-its-events-were-sent', {
  title: 'The ?ts= of an application service is the origin_server_ts of the event; else it is now',
  section,
  rows: ['Q1'],
  since: 'v1.3',
  operations,
  async run(context) {
    const bot = await context.service();
    const bob = await context.serviceUser('bob');
    const roomId = await bob.createsRoom({ joinedBy: [bot], powerLevels: { state_default: 0 } });
    const isNow = await clockOf(context, bob, roomId);
    for (const { form, stateKey, as } of pathForms) {
      for (const [user, ts] of [
        [bob, past],
        [bob, future],
        [bot, past],
        [bot, '1'],
      ] as const) {
        const content = { ts, by: user.id, form };
        const at = entryOf(roomId, `${form} by ${user.name} at ${ts}`, stateKey);
        const eventId = await user.setsState(at, content, { ...as, query: { ts } });
        const { answer, ts: told } = await timeOf(bob, roomId, eventId);
        const subject = `the time of an event by ${user.name}, for ${form}`;
        context.check(subject, told, answer).equals(Number(ts));
      }
      const at = entryOf(roomId, `${form} now`, stateKey);
      await isNow(await bob.setsState(at, { ts: 'none', form }, as));
    }
  },
});

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
  operations,
  async run(context) {
    const { alice } = await context.users('alice');
    demandOwnTokens(alice);
    const roomId = await alice.createsRoom();
    const isNow = await clockOf(context, alice, roomId);
    for (const { form, stateKey, as } of pathForms) {
      for (const ts of [past, future]) {
        const at = entryOf(roomId, `${form} at ${ts}`, stateKey);
        const args = { ...at, body: { ts } };
        const answer = await alice.asks(put, args, { ...as, query: { ts } });
        context.note(`what an ordinary user says with ?ts= is answered with ${answer.status}`);
        if (answer.status === 200) await isNow(alice.takes(answer, 'event_id'));
      }
    }
    await isNow(await alice.setsState(entryOf(roomId, 'now'), { ts: 'none' }));
  },
});
