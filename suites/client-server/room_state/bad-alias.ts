import type { Context } from '../../../src/scenario/context.ts';
import { put } from '../../entry.ts';
import type { BadAlias } from './bad-alias-kind.ts';
import { badAliases } from './bad-aliases.ts';
import { roomState } from './suite.ts';

/** The contents have to be refused, and a good alias in their place to be accepted. */
async function refuses({ users }: Context, { contents, refusal }: BadAlias): Promise<void> {
  const { alice } = await users('alice');
  const roomId = await alice.createsRoom();
  const good = await alice.createsAlias(roomId);
  const entry = { roomId, eventType: 'm.room.canonical_alias', stateKey: '' };
  const other = { ...entry, roomId: await alice.createsRoom() };
  const foreign = await alice.createsAlias(other.roomId);
  await alice.setsState(other, { alias: foreign });
  const deleted = await alice.createsAlias(roomId);
  await alice.call('deleteRoomAlias', { roomAlias: deleted });
  for (const body of await contents({ alice, entry, good, foreign, deleted })) {
    await alice.cannot(put, { ...entry, body }, refusal, {
      unlike: { args: { body: { alias: good, alt_aliases: [good] } } },
    });
  }
}

for (const bad of badAliases) {
  const { name, title, rows } = bad;
  roomState.should(name, { title, rows, run: (context) => refuses(context, bad) });
}
