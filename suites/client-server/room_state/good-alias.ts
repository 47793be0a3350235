import type { Context } from '../../../src/scenario/context.ts';
import { contentErrata, toldErratum } from '../../event-schemas/content-errata.ts';
import { roomState } from './suite.ts';

function canonicalAlias(roomId: string) {
  return { roomId, eventType: 'm.room.canonical_alias', stateKey: '' };
}

roomState.should('a-good-canonical-alias-is-taken', {
  title: 'An alias, and alternative ones, that point to the room are accepted, whoever made them',
  rows: ['H1', 'H2'],
  async run({ users, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    // With power, as not every homeserver has every member make aliases.
    await alice.grants(roomId, bob, 100);
    const [alias, other] = [await alice.createsAlias(roomId), await alice.createsAlias(roomId)];
    const bobs = await bob.createsAlias(roomId);
    const { serverName } = alice;
    const fresh = alice.freshAlias().slice(1, -serverName.length - 1);
    const long = `#${fresh.padEnd(253 - serverName.length, 'x')}:${serverName}`;
    const odd = `#Ü/🦊%41${fresh}:${serverName}`;
    for (const roomAlias of [long, odd]) {
      await alice.call('setRoomAlias', { roomAlias, body: { room_id: roomId } });
    }
    for (const [who, content] of [
      [alice, { alias }],
      [alice, { alias, alt_aliases: [other] }],
      [alice, { alt_aliases: [other] }],
      [alice, { alias: bobs, alt_aliases: [other, alias] }],
      [alice, { alias, alt_aliases: [other, bobs] }],
      [bob, { alias: other, alt_aliases: [alias] }],
      [bob, { alias: long }],
      [bob, { alias: odd, alt_aliases: [long] }],
      [bob, { alias: odd, 'org.example.more': 'stays' }],
    ] as const) {
      await who.setsState(canonicalAlias(roomId), content);
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
    await alice.setsState(canonicalAlias(roomId), { alias, alt_aliases: [alias] });
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
