import { isRecord, jsonOf, memberOf } from '../../../src/scenario/answer.ts';
import type { Context } from '../../../src/scenario/context.ts';
import { entry, eventType, put } from '../../entry.ts';
import { type Levels, roomWithLevels } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

/** The documents pair no errcode with it. */
const forbidden = { status: 403 };

/** The level that each thing takes. */
interface Taken {
  readonly state: number;
  readonly redact: number;
  readonly kick: number;
  readonly invite: number;
  readonly ban: number;
}

/** Whether each thing can be done with the level that it takes, and not with one less. */
async function opens({ users, checkState, eventually }: Context, levels: Levels, taken: Taken) {
  const { alice, bob, charlie } = await users('alice', 'bob', 'charlie');
  const room = await roomWithLevels(alice, levels, { joinedBy: [bob, charlie] });
  const { roomId } = room;
  const gives = (level: number) =>
    alice.setsState(room.entry, room.content({ ...levels, users: { [bob.id]: level } }));
  const beside = (level: number) => ({ unlike: { once: () => gives(level) } });
  const target = { roomId, body: { user_id: charlie.id } };

  await gives(taken.state - 1);
  const body = { by: 'bob' };
  await bob.cannot(put, { ...entry(roomId), body }, 'M_FORBIDDEN', beside(taken.state));

  const [kept, redacted] = [
    await alice.setsState(entry(roomId, 'kept'), { by: 'alice' }),
    await alice.setsState(entry(roomId, 'redacted'), { by: 'alice' }),
  ];
  const contentOf = async (id: string) => memberOf(await alice.seesEvent(roomId, id), 'content');
  await gives(taken.redact - 1);
  // A redaction may be sent that does nothing: what counts is that it does nothing.
  await bob.asks('redactEvent', { roomId, eventId: kept, txnId: '1', body: {} });
  await gives(taken.redact);
  await bob.call('redactEvent', { roomId, eventId: redacted, txnId: '2', body: {} });
  const isBare = (content: unknown) => isRecord(content) && Object.keys(content).length === 0;
  // It may take a moment until it shows; then the first one would have shown, too.
  const shown = await eventually(async () => {
    const content = await contentOf(redacted);
    return isBare(content) ? content : undefined;
  });
  checkState('what bob redacted', shown).equals({});
  checkState('what bob may not redact', await contentOf(kept)).equals({ by: 'alice' });

  await gives(taken.kick - 1);
  await bob.cannot('kick', target, forbidden, beside(taken.kick));
  await gives(taken.invite - 1);
  await bob.cannot('inviteUser', target, forbidden, beside(taken.invite));
  await charlie.joins(roomId);
  await gives(taken.ban - 1);
  await bob.cannot('ban', target, forbidden, beside(taken.ban));
  const member = { roomId, eventType: 'm.room.member', stateKey: charlie.id };
  const banned = jsonOf(await alice.reads(member));
  checkState('the membership of charlie', banned).has({ membership: 'ban' });
}

const operations = ['kick', 'ban', 'inviteUser', 'redactEvent', 'getOneRoomEvent'];

roomPowerLevels.must('each-level-governs-what-it-is-named-after', {
  title: 'State, redactions, kicks, bans and invitations take the level set for them',
  rows: ['F9', 'G6'],
  operations,
  run: (context) => {
    const [ban, kick, invite, redact, state_default] = [21, 22, 25, 24, 26];
    const levels = { ban, kick, invite, redact, state_default };
    const taken = { ban, kick, invite, redact, state: state_default };
    return opens(context, levels, taken);
  },
});

roomPowerLevels.must('levels-that-are-not-set-have-their-defaults', {
  title: 'Without a level, state, kicks, bans and redactions take 50, and invitations 0',
  rows: ['F10'],
  operations,
  run: (context) => opens(context, {}, { ban: 50, kick: 50, invite: 0, redact: 50, state: 50 }),
});

roomPowerLevels.must('the-default-of-users-is-what-unnamed-members-have', {
  title: 'A member who is not among the users has the level users_default, and 0 without it',
  rows: ['F10', 'G6'],
  async run({ users }) {
    const { alice, bob, charlie } = await users('alice', 'bob', 'charlie');
    const takes = (level: number) => ({ events: { [eventType]: level } });
    const levels = { users: { [charlie.id]: 10 }, users_default: 30, ...takes(31) };
    const room = await roomWithLevels(alice, levels, { joinedBy: [bob, charlie] });
    const args = (story: string) => ({ ...entry(room.roomId), body: { story } });
    const writes = (some: Levels) => alice.setsState(room.entry, room.content(some));
    await bob.cannot(put, args('the default'), 'M_FORBIDDEN', {
      unlike: { once: () => writes({ ...levels, ...takes(30) }) },
    });
    // Who is named has their own level, also where it is lower.
    await charlie.cannot(put, args('named'), 'M_FORBIDDEN', {
      unlike: { once: () => writes({ ...levels, ...takes(10) }) },
    });
    await writes({ users: { [charlie.id]: 0 }, ...takes(1) });
    await bob.cannot(put, args('no default'), 'M_FORBIDDEN', {
      unlike: { once: () => writes(takes(0)) },
    });
  },
});
