import { isRecord, jsonOf, memberOf } from '../../../src/scenario/answer.ts';
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
  operations: [...operations, 'getRoomState'],
  async run(context) {
    const bot = await context.service();
    const bob = await context.serviceUser('bob');
    const roomId = await bob.createsRoom({ joinedBy: [bot], powerLevels: { state_default: 0 } });
    const isNow = await clockOf(context, bob, roomId);
    for (const { form, stateKey, as } of pathForms) {
      for (const [user, ts] of [
        [bob, past],
        [bob, '0'],
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
    // Whichever was put last is the state, whatever its time says.
    const at = entryOf(roomId, 'twice');
    for (const ts of [future, past]) await bob.setsState(at, { ts }, { query: { ts } });
    context.checkState('the content', await bob.seesState(at)).equals({ ts: past });
    const all = await bob.call('getRoomState', { roomId });
    const list = jsonOf(all);
    const listed = Array.isArray(list) ? list.filter(isRecord) : [];
    const times = listed.filter(({ type }) => type === at.eventType);
    const told = times.map(({ origin_server_ts: time }) => time);
    context.check('its time in the full state', told, all).equals([Number(past)]);
  },
});

// "Should be rejected by the server as a bad request": no MUST.
roomState.should('a-time-that-is-none-is-refused', {
  title: 'A PUT of an application service whose ?ts= is no time is refused with 400',
  section,
  rows: ['Q2'],
  since: 'v1.3',
  async run({ service, serviceUser }) {
    const bot = await service();
    const bob = await serviceUser('bob');
    const powerLevels = { state_default: 0 };
    const roomId = await bob.createsRoom({ joinedBy: [bot], powerLevels });
    const times = ['yesterday', '1.5', '2017-07-14', `${past}ms`, '1e12', '0x17'];
    for (const [index, ts] of times.entries()) {
      const { stateKey, as } = pathForms[index % pathForms.length] ?? pathForms[0];
      const args = { ...entry(roomId, stateKey), body: { ts } };
      const unlike = { as: { ...as, query: { ts: past } } };
      const beside = { as: { ...as, query: { ts } }, unlike };
      for (const user of [bot, bob]) {
        const own = { ...args, body: { ts, by: user.id } };
        await user.cannot(put, own, { status: 400 }, beside);
      }
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
      for (const ts of [past, future, '1']) {
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
