import { memberOf } from '../../../src/scenario/answer.ts';
import { demandOwnTokens } from '../../../src/scenario/demand-own-tokens.ts';
import { rejected } from '../../../src/scenario/refusal.ts';
import { unsupported } from '../../../src/scenario/stop-scenario.ts';
import { entry, pathForms, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'application-service-api/#identity-assertion';
const body = { text: 'on behalf of somebody', url: 'mxc://elsewhere.example/avatar' };
const powerLevels = { state_default: 0, events: { 'm.room.avatar': 50 } };
const operations = ['getOneRoomEvent'];

roomState.must('a-service-sets-state-as-its-users', {
  title: 'A PUT of an application service is sent by the user whom it names, or else by itself',
  section,
  rows: ['Q4'],
  operations,
  async run({ service, serviceUser, check }) {
    const bot = await service();
    const bob = await serviceUser('bob');
    const charlie = await serviceUser('charlie');
    const roomId = await bob.createsRoom({ joinedBy: [bot, charlie], powerLevels });
    for (const user of [bob, charlie, bot]) {
      const own = { stateKey: user.id, as: {} };
      for (const { stateKey, as } of [...pathForms, ...(user === bob ? [own] : [])]) {
        const eventId = await user.setsState(entry(roomId, stateKey), { by: user.id, as }, as);
        const event = await bob.seesEvent(roomId, eventId);
        check('the sender', memberOf(event, 'sender'), event).equals(user.id);
      }
    }
  },
});

roomState.must('a-service-has-no-more-rights-than-whom-it-names', {
  title:
    'A PUT or GET of an application service takes the membership and the power of whom it names',
  section,
  rows: ['Q4'],
  async run({ service, serviceUser }) {
    const bot = await service();
    const bob = await serviceUser('bob');
    const charlie = await serviceUser('charlie');
    const roomId = await bob.createsRoom({ joinedBy: [bot, charlie], powerLevels });
    const closed = { roomId, eventType: 'm.room.avatar', stateKey: '', body };
    await bob.grants(roomId, bot, 50);
    await charlie.cannot(put, closed, 'M_FORBIDDEN', { unlike: bot });
    await bob.grants(roomId, bot, 0);
    await bob.grants(roomId, charlie, 50);
    const again = { ...closed, body: { url: 'mxc://elsewhere.example/another' } };
    await bot.cannot(put, again, 'M_FORBIDDEN', { unlike: charlie });
    await charlie.cannot(put, { ...entry(roomId, bob.id), body }, 'M_FORBIDDEN', {
      unlike: { args: { stateKey: charlie.id } },
    });
    await bob.setsState(entry(roomId), { by: 'bob' });
    await charlie.leaves(roomId);
    await charlie.cannot(put, { ...entry(roomId), body }, 'M_FORBIDDEN', { unlike: bot });
    const dave = await serviceUser('dave');
    await dave.cannot('getRoomStateWithKey', entry(roomId), 'M_FORBIDDEN', { unlike: bot });
    await bot.leaves(roomId);
    const later = { ...entry(roomId), body: { text: 'later' } };
    await bot.cannot(put, later, 'M_FORBIDDEN', { unlike: bob });
  },
});

roomState.must('a-service-sets-state-as-nobody-but-its-users', {
  title: 'A PUT or GET of an application service that names a user who is not its own is refused',
  section,
  rows: ['Q4'],
  async run({ users, service, serviceUser, isOfService }) {
    const bot = await service();
    const bob = await serviceUser('bob');
    const { alice } = await users('alice');
    demandOwnTokens(alice);
    if (isOfService(alice.id)) throw unsupported('the application service has every user');
    const roomId = await alice.createsRoom({ joinedBy: [bot, bob], powerLevels });
    const unlike = { as: { query: { user_id: bob.id } } };
    const nobodies = [alice.id, bob.id.replace(':', '-is-unknown:'), 'bob', '@bob'];
    for (const [index, user_id] of nobodies.entries()) {
      const { stateKey, as } = pathForms[index % pathForms.length] ?? pathForms[0];
      const beside = { as: { ...as, query: { user_id } }, unlike: { as: { ...as, ...unlike.as } } };
      const args = { ...entry(roomId, stateKey), body: { ...body, user_id } };
      await bot.cannot(put, args, rejected, beside);
      await bot.cannot('getRoomStateWithKey', entry(roomId, stateKey), rejected, beside);
    }
  },
});

roomState.must('a-user-sets-state-as-nobody-else', {
  title: 'A PUT of an ordinary user that names another one is not taken for one of theirs',
  section,
  rows: ['Q4'],
  operations,
  async run({ users, check, checkState, note }) {
    const { alice, mallory } = await users('alice', 'mallory');
    demandOwnTokens(alice, mallory);
    const roomId = await alice.createsRoom({ joinedBy: [mallory], powerLevels });
    const asAlice = { query: { user_id: alice.id } };
    const answer = await mallory.asks(put, { ...entry(roomId), body }, asAlice);
    note(`what an ordinary user says with ?user_id= is answered with ${answer.status}`);
    if (answer.status === 200) {
      const eventId = mallory.takes(answer, 'event_id');
      const event = await alice.seesEvent(roomId, eventId);
      check('the sender', memberOf(event, 'sender'), event).equals(mallory.id);
    }
    const closed = { roomId, eventType: 'm.room.avatar', stateKey: '' };
    await mallory.asks(put, { ...closed, body }, asAlice);
    checkState('what mallory may not set', await alice.seesState(closed)).differsFrom(body);
    await alice.setsState(closed, { url: 'mxc://elsewhere.example/alice' });
    const own = entry(roomId, 'key of mallory');
    await mallory.setsState(own, { by: 'mallory' });
    checkState('what mallory may set', await alice.seesState(own)).equals({ by: 'mallory' });
  },
});
