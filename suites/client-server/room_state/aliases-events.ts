import { rejected } from '../../../src/scenario/refusal.ts';
import { put } from '../../entry.ts';
import { roomState } from './suite.ts';

const eventType = 'm.room.aliases';
const nobodyMay = { powerLevels: { events: { [eventType]: 100 } } };

roomState.must('aliases-of-the-own-server-take-no-power-before-version-6', {
  title: 'Up to room version 5 any member may set m.room.aliases of their own server’s name',
  section: 'rooms/v1/#authorization-rules',
  rows: ['J12'],
  async run({ users, checkState, eachRoomVersion }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ to: 5 }, async (version) => {
      const roomId = await alice.createsRoom({ version, joinedBy: [bob], ...nobodyMay });
      const entry = { roomId, eventType, stateKey: bob.serverName };
      for (const who of [bob, alice]) {
        const content = { aliases: [`#${version}:${who.serverName}`], by: who.name };
        await who.setsState(entry, content);
        checkState('the aliases', await alice.seesState(entry)).equals(content);
      }
    });
  },
});

roomState.must('aliases-of-another-server-are-refused-before-version-6', {
  title:
    'Up to room version 5 nobody may set m.room.aliases of another key than their server’s name',
  section: 'rooms/v1/#authorization-rules',
  rows: ['J12'],
  async run({ users, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ to: 5 }, async (version) => {
      const roomId = await alice.createsRoom({ version });
      const { serverName } = alice;
      // What is nearly the own name is another one.
      const near = [`${serverName}.example.org`, `@alice:${serverName}`, serverName.slice(0, -1)];
      const [one = '', other = ''] = [...near, ...near].slice(Number(version) % near.length);
      const common = Number(version) % 2 === 0 ? 'other.example.org' : `not.${serverName}`;
      for (const stateKey of ['', common, one, other]) {
        const args = { roomId, eventType, stateKey, body: { aliases: [] } };
        await alice.cannot(put, args, rejected, { unlike: { args: { stateKey: serverName } } });
      }
    });
  },
});

roomState.must('aliases-are-ordinary-events-from-version-6', {
  title: 'From room version 6 on m.room.aliases take the power of their type, whatever their key',
  section: 'rooms/v6/#authorization-rules',
  rows: ['J13'],
  async run({ users, checkState, eachRoomVersion }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ from: 6 }, async (version) => {
      const roomId = await alice.createsRoom({ version, joinedBy: [bob], ...nobodyMay });
      const own = { roomId, eventType, stateKey: bob.serverName };
      const body = { aliases: [] };
      await bob.cannot(put, { ...own, body }, 'M_FORBIDDEN', { unlike: alice });
      const other = { ...own, stateKey: 'other.example.org' };
      await alice.setsState(other, body);
      checkState('the aliases of another server', await alice.seesState(other)).equals(body);
    });
  },
});

roomState.must('a-redaction-leaves-aliases-up-to-version-5', {
  title: 'A redaction of m.room.aliases leaves `aliases` up to room version 5, and later nothing',
  section: 'rooms/v6/#redactions',
  rows: ['J12', 'J13'],
  operations: ['redactEvent'],
  async run({ users, checkState, eachRoomVersion, eventually }) {
    const { alice } = await users('alice');
    await eachRoomVersion({}, async (version) => {
      const roomId = await alice.createsRoom({ version });
      const entry = { roomId, eventType, stateKey: alice.serverName };
      const aliases = [`#kept:${alice.serverName}`];
      const eventId = await alice.setsState(entry, { aliases, more: 'goes' });
      await alice.call('redactEvent', { roomId, eventId, txnId: 'once', body: {} });
      const left = Number(version) < 6 ? { aliases } : {};
      // A homeserver may answer before the redaction shows.
      const seen = await eventually(async () => {
        const content = await alice.seesState(entry);
        return JSON.stringify(content).includes('goes') ? undefined : { content };
      });
      checkState('the redacted aliases', seen?.content).equals(left);
    });
  },
});
