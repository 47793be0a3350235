import { rejected } from '../../../src/scenario/refusal.ts';
import { entry } from '../../entry.ts';
import { creation, creationOf } from './creation.ts';
import { roomCreate } from './suite.ts';

roomCreate.must('additional-creators-are-not-validated-before-version-12', {
  title: 'Up to room version 11 a room is created whatever its additional_creators are',
  rows: ['J1'],
  async run({ users, checkState, eachRoomVersion }) {
    const { alice } = await users('alice');
    await eachRoomVersion({ to: 11 }, async (version) => {
      const additional_creators = Number(version) % 2 === 0 ? 'nobody' : [alice.id, 7, 'nobody'];
      const body = { creation_content: { additional_creators } };
      const roomId = await alice.createsRoom({ version, body });
      const content = { version };
      await alice.setsState(entry(roomId), content);
      checkState('an entry of the room', await alice.seesState(entry(roomId))).equals(content);
    });
  },
});

roomCreate.must('malformed-additional-creators-create-no-room', {
  title: 'From room version 12 on no room is created whose additional_creators are no user ids',
  section: 'rooms/v12/#authorization-rules',
  rows: ['J1'],
  async run({ users, checkState, eachRoomVersion }) {
    const { alice, bob } = await users('alice', 'bob');
    await eachRoomVersion({ from: 12 }, async (room_version) => {
      const bodyOf = (additional_creators: unknown) => ({
        body: { room_version, creation_content: { additional_creators } },
      });
      const { body } = bodyOf([bob.id]);
      const good = alice.takes(await alice.call('createRoom', { body }), 'room_id');
      checkState('a creation with good ones', await alice.seesState(creation(good))).has({
        additional_creators: [bob.id],
      });
      const without = bob.id.slice(1);
      const odd = [
        bob.id,
        { 0: bob.id },
        7,
        [7],
        [null],
        [[bob.id]],
        [bob.id, without],
        [`#${without}`],
      ];
      for (const creators of [...odd, ['@bob'], ['']]) {
        await alice.cannot('createRoom', bodyOf(creators), rejected, {
          unlike: { args: { body } },
        });
      }
    });
  },
});

roomCreate.should('who-is-trusted-becomes-an-additional-creator', {
  title: 'In a trusted_private_chat of version 12 the invited are creators, each named once',
  section: 'client-server-api/#post_matrixclientv3createroom',
  rows: ['J1'],
  async run({ users, check, eachRoomVersion }) {
    const { alice, bob, charlie } = await users('alice', 'bob', 'charlie');
    await eachRoomVersion({ from: 12 }, async (version) => {
      const body = {
        preset: 'trusted_private_chat',
        invite: [bob.id, charlie.id],
        creation_content: { additional_creators: [bob.id] },
      };
      const trusting = await creationOf(alice, await alice.createsRoom({ version, body }));
      const { additional_creators: creators } = trusting.content;
      const sorted = Array.isArray(creators) ? [...creators].sort() : creators;
      check('the additional creators', sorted).equals([bob.id, charlie.id].sort());
      const other = { preset: 'private_chat', invite: [bob.id] };
      const bare = await creationOf(alice, await alice.createsRoom({ version, body: other }));
      check('the creators of another preset', bare.content.additional_creators).isOneOf(
        undefined,
        [],
      );
    });
  },
});
