import type { Context } from '../../../src/scenario/context.ts';
import type { User } from '../../../src/scenario/user.ts';
import { contentErrata, toldErratum } from '../../event-schemas/content-errata.ts';
import { roomState } from './suite.ts';

function canonicalAlias(roomId: string) {
  return { roomId, eventType: 'm.room.canonical_alias', stateKey: '' };
}

/** A content of `m.room.canonical_alias`, made of an alias that went stale and of a good one. */
type Aliases = (stale: string, good: string) => object;

/** A room in whose state an alias is that no longer is in the directory, and a second, good one. */
async function roomWithStaleAlias(alice: User, before: Aliases) {
  const roomId = await alice.createsRoom();
  const stale = await alice.createsAlias(roomId);
  const good = await alice.createsAlias(roomId);
  await alice.setsState(canonicalAlias(roomId), before(stale, good));
  await alice.call('deleteRoomAlias', { roomAlias: stale });
  // Some homeservers take a deleted alias out of the state by themselves: then it is put in no more.
  const content = await alice.seesState(canonicalAlias(roomId));
  return { roomId, stale, good, isStillThere: JSON.stringify(content).includes(stale) };
}

roomState.should('a-good-canonical-alias-is-taken', {
  title: 'An alias, and alternative ones, that point to the room are accepted',
  rows: ['H1', 'H2'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const [alias, other] = [await alice.createsAlias(roomId), await alice.createsAlias(roomId)];
    for (const content of [{ alias }, { alias, alt_aliases: [other] }, { alt_aliases: [other] }]) {
      await alice.setsState(canonicalAlias(roomId), content);
      const seen = await alice.seesState(canonicalAlias(roomId));
      checkState('the canonical alias', seen).equals(content);
    }
  },
});

const staying: readonly (readonly [before: Aliases, after: Aliases])[] = [
  [
    (stale) => ({ alias: stale, alt_aliases: [stale] }),
    (stale, good) => ({ alias: stale, alt_aliases: [stale, good] }),
  ],
  [(stale) => ({ alias: stale }), (stale, good) => ({ alias: stale, alt_aliases: [good] })],
  [(stale) => ({ alt_aliases: [stale] }), (stale, good) => ({ alias: good, alt_aliases: [stale] })],
];

roomState.should('an-alias-that-went-stale-may-stay', {
  title: 'An alias that is in the state already is not validated when another one is added',
  rows: ['H16'],
  async run({ users, checkState, note }) {
    const { alice } = await users('alice');
    for (const [before, after] of staying) {
      const { roomId, stale, good, isStillThere } = await roomWithStaleAlias(alice, before);
      if (!isStillThere) note('deleting an alias took it out of m.room.canonical_alias');
      const content = isStillThere ? after(stale, good) : { alias: good };
      await alice.setsState(canonicalAlias(roomId), content);
      const seen = await alice.seesState(canonicalAlias(roomId));
      checkState('the canonical alias', seen).equals(content);
    }
  },
});

const leaving: readonly (readonly [before: Aliases, after: Aliases])[] = [
  [(stale) => ({ alias: stale, alt_aliases: [stale] }), (_, good) => ({ alias: good })],
  [(stale) => ({ alias: stale }), () => ({})],
  [
    (stale, good) => ({ alt_aliases: [good, stale] }),
    (_, good) => ({ alias: good, alt_aliases: [good] }),
  ],
];

roomState.should('an-alias-that-went-stale-may-be-removed', {
  title: 'An alias that no longer points to the room can be removed from the state',
  rows: ['H17'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    for (const [before, after] of leaving) {
      const { roomId, stale, good } = await roomWithStaleAlias(alice, before);
      const content = after(stale, good);
      await alice.setsState(canonicalAlias(roomId), content);
      const seen = await alice.seesState(canonicalAlias(roomId));
      checkState('the canonical alias', seen).equals(content);
    }
  },
});

/** Each of the contents replaces a canonical alias, as it was sent. */
async function clearsBy({ users, checkState }: Context, contents: readonly object[]) {
  const { alice } = await users('alice');
  const roomId = await alice.createsRoom();
  const alias = await alice.createsAlias(roomId);
  for (const content of contents) {
    await alice.setsState(canonicalAlias(roomId), { alias });
    await alice.setsState(canonicalAlias(roomId), content);
    const seen = await alice.seesState(canonicalAlias(roomId));
    checkState('the canonical alias', seen).equals(content);
  }
}

roomState.must('the-canonical-alias-may-be-cleared', {
  title: 'Empty content leaves the room without a canonical alias',
  section: 'client-server-api/#mroomcanonical_alias',
  rows: ['H18'],
  run: (context) => clearsBy(context, [{}]),
});

// The prose of the event allows both; its schema wants a string that begins with #.
roomState.should('a-null-or-empty-alias-is-accepted', {
  title: 'A null alias, or an empty one, leaves the room without a canonical alias',
  section: 'client-server-api/#mroomcanonical_alias',
  rows: ['H11'],
  run: (context) => {
    const erratum = contentErrata['m.room.canonical_alias'];
    context.note(toldErratum(erratum));
    return clearsBy(context, erratum.contents);
  },
});
