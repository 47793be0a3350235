import type { Context } from '../../../src/scenario/context.ts';
import type { User } from '../../../src/scenario/user.ts';
import { roomState } from './suite.ts';

/** A content of `m.room.canonical_alias`, made of an alias that went stale and of a good one. */
type Aliases = (stale: string, good: string) => object;

/** What is in the state before, what is put there, and whether the alias went to another room. */
type Change = readonly [before: Aliases, after: Aliases, isMoved?: 'moved'];

/** A room in whose state an alias is that the directory no longer has, and a second, good one. */
async function roomWithStaleAlias(alice: User, bob: User, [before, , isMoved]: Change) {
  const roomId = await alice.createsRoom({ joinedBy: [bob] });
  const entry = { roomId, eventType: 'm.room.canonical_alias', stateKey: '' };
  const stale = bob.freshAlias();
  const made = await bob.asks('setRoomAlias', { roomAlias: stale, body: { room_id: roomId } });
  // Some homeservers take a deleted alias out of the state in the name of who deletes it: who has no
  // power there leaves it where it is, if they were let make one.
  const maker = made.status === 200 ? bob : alice;
  if (maker === alice) {
    await alice.call('setRoomAlias', { roomAlias: stale, body: { room_id: roomId } });
  }
  const good = await alice.createsAlias(roomId);
  await alice.setsState(entry, before(stale, good));
  await maker.call('deleteRoomAlias', { roomAlias: stale });
  if (isMoved) {
    const room_id = await alice.createsRoom();
    await alice.call('setRoomAlias', { roomAlias: stale, body: { room_id } });
  }
  const content = await alice.seesState(entry);
  return { entry, stale, good, isStillThere: JSON.stringify(content).includes(stale) };
}

/** Puts what comes after, twice in a row, into each room. */
async function changes({ users, checkState, note }: Context, all: readonly Change[]) {
  const { alice, bob } = await users('alice', 'bob');
  for (const change of all) {
    const { entry, stale, good, isStillThere } = await roomWithStaleAlias(alice, bob, change);
    const after = change[1](stale, good);
    const isKept = JSON.stringify(after).includes(stale);
    if (!isStillThere) note('deleting an alias took it out of m.room.canonical_alias');
    // What is not there any more would be put in anew.
    const content = isKept && !isStillThere ? { alias: good } : after;
    for (const once of ['first', 'again']) {
      const sent = { ...content, 'org.example.once': once };
      await alice.setsState(entry, sent);
      checkState('the canonical alias', await alice.seesState(entry)).equals(sent);
    }
  }
}

const staying: readonly Change[] = [
  [
    (stale) => ({ alias: stale, alt_aliases: [stale] }),
    (stale, good) => ({ alias: stale, alt_aliases: [stale, good] }),
  ],
  [(stale) => ({ alias: stale }), (stale, good) => ({ alias: stale, alt_aliases: [good] })],
  [(stale) => ({ alt_aliases: [stale] }), (stale, good) => ({ alias: good, alt_aliases: [stale] })],
  [
    (stale, good) => ({ alias: stale, alt_aliases: [good, stale] }),
    (stale) => ({ alias: stale, alt_aliases: [stale] }),
    'moved',
  ],
];

roomState.must('an-alias-that-went-stale-may-stay', {
  title: 'An alias that is in the state already is not validated when something else changes',
  rows: ['H16'],
  run: (context) => changes(context, staying),
});

const leaving: readonly Change[] = [
  [(stale) => ({ alias: stale, alt_aliases: [stale] }), (_, good) => ({ alias: good })],
  [(stale) => ({ alias: stale }), () => ({})],
  [
    (stale, good) => ({ alt_aliases: [good, stale] }),
    (_, good) => ({ alias: good, alt_aliases: [good] }),
  ],
  [
    (stale, good) => ({ alias: good, alt_aliases: [stale, good] }),
    (_, good) => ({ alias: good, alt_aliases: [good] }),
  ],
  [
    (stale, good) => ({ alias: stale, alt_aliases: [good] }),
    (_, good) => ({ alt_aliases: [good] }),
    'moved',
  ],
  [(stale, good) => ({ alias: good, alt_aliases: [stale] }), () => ({ alt_aliases: [] }), 'moved'],
];

roomState.must('an-alias-that-went-stale-may-be-removed', {
  title: 'An alias that no longer points to the room can be removed from the state',
  rows: ['H17'],
  run: (context) => changes(context, leaving),
});
