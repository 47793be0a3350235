import { expect, test } from 'vitest';
import { visit } from '../visit.fixture.ts';

async function scene() {
  const { register } = await visit();
  const [alice, bob] = [await register('alice'), await register('bob')];
  const room = await alice.opens();
  const roomId = decodeURIComponent(room.slice('/rooms/'.length));
  const sync = async (who: typeof alice, query = '') =>
    (await who.ask('GET', `/sync?${query}`)).body;
  return { alice, bob, room, roomId, sync };
}

const types = (events: { type: string }[]) => events.map(({ type }) => type);

test('the first sync has the room, and the next only what is new', async () => {
  const { alice, room, roomId, sync } = await scene();
  const first = await sync(alice);
  expect(types(first.rooms.join[roomId].timeline.events)[0]).toBe('m.room.create');
  expect((await sync(alice, `since=${first.next_batch}`)).rooms).toEqual({});
  const { body } = await alice.ask('PUT', `${room}/state/org.example/key`, { a: 1 });
  const second = await sync(alice, `since=${first.next_batch}`);
  expect(second.rooms.join[roomId].timeline.events).toMatchObject([
    { event_id: body.event_id, state_key: 'key', sender: alice.id, content: { a: 1 } },
  ]);
});

test('what does not fit into the timeline is told as state', async () => {
  const { alice, roomId, sync } = await scene();
  const filter = encodeURIComponent(JSON.stringify({ room: { timeline: { limit: 1 } } }));
  const { state, timeline } = (await sync(alice, `filter=${filter}`)).rooms.join[roomId];
  expect([timeline.events.length, timeline.limited]).toEqual([1, true]);
  expect(types(state.events)).toContain('m.room.power_levels');
  expect(types(state.events)).not.toContain(timeline.events[0].type);
});

test('a filter leaves rooms and types out', async () => {
  const { alice, room, roomId, sync } = await scene();
  await alice.ask('PUT', `${room}/state/org.example`);
  const ask = (filter: object) =>
    sync(alice, `filter=${encodeURIComponent(JSON.stringify(filter))}`);
  expect((await ask({ room: { not_rooms: [roomId] } })).rooms).toEqual({});
  const { rooms } = await ask({ room: { timeline: { types: ['org.*'] } } });
  expect(types(rooms.join[roomId].timeline.events)).toEqual(['org.example']);
});

test('a waiting sync is answered as soon as something happens', async () => {
  const { alice, room, roomId, sync } = await scene();
  const { next_batch } = await sync(alice);
  const waiting = sync(alice, `since=${next_batch}&timeout=30000`);
  await alice.ask('PUT', `${room}/state/org.example`, { a: 1 });
  expect(types((await waiting).rooms.join[roomId].timeline.events)).toEqual(['org.example']);
});

test('invitations come with stripped state, and a leaving with its event', async () => {
  const { alice, bob, room, roomId, sync } = await scene();
  const { next_batch: before } = await sync(bob);
  await alice.ask('POST', `${room}/invite`, { user_id: bob.id });
  const invited = await sync(bob, `since=${before}`);
  const [create, ...others] = invited.rooms.invite[roomId].invite_state.events;
  expect(Object.keys(create).sort()).toEqual(['content', 'sender', 'state_key', 'type']);
  expect(types(others)).toContain('m.room.member');
  await bob.ask('POST', `${room}/join`);
  const joined = await sync(bob, `since=${invited.next_batch}`);
  expect(types(joined.rooms.join[roomId].timeline.events)).toContain('m.room.create');
  await bob.ask('POST', `${room}/leave`);
  await alice.ask('PUT', `${room}/state/org.example`, { a: 1 });
  const left = await sync(bob, `since=${joined.next_batch}`);
  expect(types(left.rooms.leave[roomId].timeline.events)).toEqual(['m.room.member']);
  expect((await sync(bob)).rooms).toEqual({});
});

test.each(['since=yesterday', 'timeout=soon', 'filter=0'])('%s is refused', async (query) => {
  const { alice, sync } = await scene();
  expect((await sync(alice, query)).errcode).toBe('M_INVALID_PARAM');
});
