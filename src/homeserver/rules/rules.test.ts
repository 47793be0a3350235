import { describe, expect, test } from 'vitest';
import { roomVersions } from '../rooms/room-version.ts';
import { type Guest, visit } from '../visit.fixture.ts';

async function scene(room_version: string, more = {}) {
  const { register } = await visit();
  const [alice, bob, mallory] = [
    await register('alice'),
    await register('bob'),
    await register('mallory'),
  ];
  const room = await alice.opens({ room_version, ...more });
  const member = (who: Guest, of: Guest, membership: unknown) =>
    who.ask('PUT', `${room}/state/m.room.member/${of.id}`, { membership });
  return { alice, bob, mallory, room, member };
}

describe.each(roomVersions)('the authorisation rules of room version %s', (version) => {
  test('let nobody in who is not invited to an invite-only room', async () => {
    const { alice, bob, room, member } = await scene(version, { preset: 'private_chat' });
    expect((await member(bob, bob, 'join')).status).toBe(403);
    expect((await member(alice, bob, 'invite')).status).toBe(200);
    expect((await bob.ask('POST', `${room}/join`)).status).toBe(200);
    expect((await member(alice, bob, 'invite')).status).toBe(403);
  });

  test('let nobody join for another, and nobody with an unknown membership', async () => {
    const { alice, bob, member } = await scene(version);
    expect((await member(alice, bob, 'join')).status).toBe(403);
    expect((await member(bob, bob, 'toString')).body.errcode).toBe('M_BAD_JSON');
    expect((await member(bob, bob, undefined)).body.errcode).toBe('M_BAD_JSON');
  });

  test('let who has the power ban and unban, and who is banned do nothing', async () => {
    const { alice, bob, mallory, member } = await scene(version);
    await member(bob, bob, 'join');
    expect((await member(bob, mallory, 'ban')).status).toBe(403);
    expect((await member(alice, bob, 'ban')).status).toBe(200);
    expect((await member(bob, bob, 'join')).status).toBe(403);
    expect((await member(bob, bob, 'leave')).status).toBe(403);
    expect((await member(alice, bob, 'invite')).status).toBe(403);
    expect((await member(alice, bob, 'leave')).status).toBe(200);
    expect((await member(bob, bob, 'join')).status).toBe(200);
  });

  test('let nobody leave twice, kick an equal, or knock on a public room', async () => {
    const { alice, bob, mallory, member } = await scene(version);
    await member(bob, bob, 'join');
    await member(mallory, mallory, 'join');
    expect((await member(bob, mallory, 'leave')).status).toBe(403);
    expect((await member(alice, mallory, 'leave')).status).toBe(200);
    expect((await member(mallory, mallory, 'leave')).status).toBe(403);
    const knock = await member(mallory, mallory, 'knock');
    expect(knock.status).toBe(Number(version) < 7 ? 400 : 403);
  });

  test('let state be set by who has the power of its type', async () => {
    const override = { power_level_content_override: { events: { 'org.a': 0, 'org.b': 60 } } };
    const { bob, room, member } = await scene(version, override);
    await member(bob, bob, 'join');
    expect((await bob.ask('PUT', `${room}/state/org.a/key`)).status).toBe(200);
    expect((await bob.ask('PUT', `${room}/state/org.b/key`)).status).toBe(403);
    expect((await bob.ask('PUT', `${room}/state/org.c/key`)).status).toBe(403);
    expect((await bob.ask('PUT', `${room}/state/org.a/${bob.id}`)).status).toBe(200);
    expect((await bob.ask('PUT', `${room}/state/org.a/%40`)).status).toBe(403);
  });

  test('let the room be created once', async () => {
    const { alice, room } = await scene(version);
    expect((await alice.ask('PUT', `${room}/state/m.room.create`)).status).toBe(403);
  });
});

function since(first: number) {
  return roomVersions.filter((version) => Number(version) >= first);
}

test.each(since(7))('a knock is followed by an invitation only, in version %s', async (version) => {
  const { alice, bob, room, member } = await scene(version);
  await alice.ask('PUT', `${room}/state/m.room.join_rules`, { join_rule: 'knock' });
  expect((await member(bob, bob, 'knock')).status).toBe(200);
  expect((await member(bob, bob, 'join')).status).toBe(403);
  expect((await member(alice, bob, 'invite')).status).toBe(200);
  expect((await member(bob, bob, 'join')).status).toBe(200);
});

test.each(since(8))(
  'who is in the room that it names is let into a restricted room of version %s',
  async (version) => {
    const { alice, bob, mallory, room } = await scene(version);
    const club = await alice.opens();
    const room_id = decodeURIComponent(club.slice('/rooms/'.length));
    const allow = [{ type: 'm.room_membership', room_id }];
    const rules = { join_rule: 'restricted', allow };
    await alice.ask('PUT', `${room}/state/m.room.join_rules`, rules);
    await bob.ask('POST', `${club}/join`);
    expect((await bob.ask('POST', `${room}/join`)).status).toBe(200);
    expect((await mallory.ask('POST', `${room}/join`)).status).toBe(403);
  },
);

test.each(since(8))(
  'a restricted room of version %s asks itself who vouches for a join',
  async (version) => {
    const { alice, bob, mallory, room } = await scene(version);
    const club = await alice.opens();
    const room_id = decodeURIComponent(club.slice('/rooms/'.length));
    const allow = [{ type: 'm.room_membership', room_id }];
    const rules = { join_rule: 'restricted', allow };
    await alice.ask('PUT', `${room}/state/m.room.join_rules`, rules);
    await bob.ask('POST', `${club}/join`);
    const put = (who: typeof bob, voucher: string) =>
      who.ask('PUT', `${room}/state/m.room.member/${who.id}`, {
        membership: 'join',
        join_authorised_via_users_server: voucher,
      });
    expect((await put(mallory, alice.id)).status).toBe(403);
    expect((await put(bob, '@who:elsewhere.test')).status).toBe(200);
    const { body } = await alice.ask('GET', `${room}/state/m.room.member/${bob.id}`);
    expect(body).toEqual({ membership: 'join', join_authorised_via_users_server: alice.id });
  },
);

test.each(['7', '9'] as const)(
  'a join rule that version %s does not know lets not even a member change their profile',
  async (version) => {
    const { alice, room, member } = await scene(version);
    const rules = { join_rule: 'knock_restricted' };
    await alice.ask('PUT', `${room}/state/m.room.join_rules`, rules);
    expect((await member(alice, alice, 'join')).status).toBe(403);
  },
);

test.each(roomVersions)('before version 6 aliases are their own servers’: %s', async (version) => {
  const { bob, room, member } = await scene(version);
  await member(bob, bob, 'join');
  const put = (key: string) => bob.ask('PUT', `${room}/state/m.room.aliases/${key}`, {});
  expect((await put('reference.test')).status).toBe(Number(version) < 6 ? 200 : 403);
  expect((await put('other.test')).status).toBe(403);
});

test.each(roomVersions)(
  'before version 6 events need not be canonical JSON: %s',
  async (version) => {
    const { alice, room } = await scene(version);
    const answer = await alice.ask('PUT', `${room}/state/org.a/key`, '{"number": 1.0}');
    expect(answer.status).toBe(Number(version) < 6 ? 200 : 400);
  },
);
