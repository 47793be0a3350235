import { put } from '../../entry.ts';
import { oddAliases } from './odd-aliases.ts';
import { oddContents } from './odd-contents.ts';
import { oddRelations } from './odd-relations.ts';
import { roomState } from './suite.ts';

for (const { name, title, rows, notes = [], attempts } of [
  ...oddContents,
  ...oddRelations,
  ...oddAliases,
]) {
  roomState.observes(name, {
    title,
    rows,
    async run({ users, note }) {
      const { alice } = await users('alice');
      const [roomId, ordinary] = [await alice.createsRoom(), await alice.createsRoom()];
      for (const text of notes) note(text);
      await alice.tries(ordinary, await attempts({ alice, roomId, ordinary }));
    },
  });
}

roomState.observes('a-bad-alias-of-who-may-not-set-one', {
  title: 'A bad canonical alias of a member without the power is answered in good order',
  rows: ['H21'],
  async run({ users }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [mallory] });
    const entry = { roomId, eventType: 'm.room.canonical_alias', stateKey: '' };
    await mallory.tries(await mallory.createsRoom(), {
      'an alias that is not there': [put, { ...entry, body: { alias: mallory.freshAlias() } }],
      'an alias that is none': [put, { ...entry, body: { alias: 'no alias' } }],
      'an alias that is a number': [put, { ...entry, body: { alias: 7 } }],
    });
  },
});
