import { put } from '../../entry.ts';
import { memberEntry, membership } from './membership.ts';
import { roomMember } from './suite.ts';

roomMember.observes('odd-profiles-are-answered', {
  title: 'An own membership with an odd displayname or avatar is answered in good order',
  rows: ['I2', 'I6', 'I7'],
  async run({ users, note }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob] });
    const own = (more: Readonly<Record<string, unknown>>) =>
      [put, membership(roomId, alice, 'join', more)] as const;
    await alice.tries(roomId, {
      'a displayname of null': own({ displayname: null }),
      'an empty displayname': own({ displayname: '' }),
      'a displayname that is a number': own({ displayname: 7 }),
      'a displayname that is an object': own({ displayname: { name: 'Alice' } }),
      'a displayname that is a list': own({ displayname: ['Alice'] }),
      'a displayname of 257 characters': own({ displayname: 'x'.repeat(257) }),
      'an avatar_url of null': own({ avatar_url: null }),
      'an avatar_url that is a number': own({ avatar_url: 7 }),
      'an avatar_url that is a list': own({ avatar_url: [] }),
      'an avatar_url that is no mxc URI': own({ avatar_url: 'https://example.org/a.png' }),
      'an is_direct that is a string': own({ is_direct: 'yes' }),
      'a reason that is a number': own({ reason: 7 }),
    });
    const content = { membership: 'join', displayname: 'Alice' };
    const first = await alice.setsState(memberEntry(roomId, alice), content);
    const second = await alice.setsState(memberEntry(roomId, alice), content);
    note(`the same membership again makes ${first === second ? 'no' : 'a'} new event`);
  },
});

roomMember.observes('memberships-of-an-unknown-room-are-answered', {
  title: 'A membership in a room that nobody knows is answered in good order',
  rows: ['I26'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom();
    const unknown = `!nobody-knows-this:${alice.serverName}`;
    const domainless = `!${'k'.repeat(43)}`;
    await alice.tries(roomId, {
      'a join of an unknown room': [put, membership(unknown, alice, 'join')],
      'a leave of an unknown room': [put, membership(unknown, alice, 'leave')],
      'a knock at an unknown room': [put, membership(unknown, alice, 'knock')],
      'an invite to an unknown room': [put, membership(unknown, bob, 'invite')],
      'a ban from an unknown room': [put, membership(unknown, bob, 'ban')],
      'a join of an unknown room without a domain': [put, membership(domainless, alice, 'join')],
      'a leave of an unknown room without a domain': [put, membership(domainless, alice, 'leave')],
    });
  },
});

roomMember.observes('memberships-of-unknown-users-are-answered', {
  title: 'A membership of a user who does not exist is answered in good order',
  rows: ['I27'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const nobody = { id: `@nobody-has-this-name:${alice.serverName}` };
    await alice.tries(roomId, {
      'a kick of who does not exist': [put, membership(roomId, nobody, 'leave')],
      'an invite of who does not exist': [put, membership(roomId, nobody, 'invite')],
      'a ban of who does not exist': [put, membership(roomId, nobody, 'ban')],
      'an unban of who does not exist': [put, membership(roomId, nobody, 'leave')],
    });
  },
});

roomMember.observes('invites-to-unreachable-servers-are-answered', {
  title: 'An invite of a user whose server cannot be reached is answered in good order',
  rows: ['I28'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const remote = { id: '@somebody:unreachable.invalid' };
    const as = { reachesOut: true };
    await alice.tries(roomId, {
      'an invite to an unreachable server': [put, membership(roomId, remote, 'invite'), as],
      'a ban of a user of an unreachable server': [put, membership(roomId, remote, 'ban'), as],
    });
  },
});

roomMember.observes('kicks-of-who-is-not-in-the-room-are-answered', {
  title: 'A kick of a user who never was in the room, or left it, is answered in good order',
  rows: ['I14'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom();
    const leave = (reason: string) => [put, membership(roomId, bob, 'leave', { reason })] as const;
    await alice.tries(roomId, { 'a kick of who never was here': leave('Never here') });
    await bob.joins(roomId);
    await bob.leaves(roomId);
    await alice.tries(roomId, { 'a kick of who left': leave('Left') });
  },
});
