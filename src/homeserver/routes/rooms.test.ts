import { expect, test } from 'vitest';
import { visit } from '../visit.fixture.ts';

async function scene() {
  const { register } = await visit();
  const [alice, bob] = [await register('alice'), await register('bob')];
  const room = await alice.opens();
  await alice.ask('PUT', `${room}/state/org.example`, { told: 'early' });
  return { alice, bob, room };
}

test('who was never in a room reads nothing of it', async () => {
  const { alice, bob, room } = await scene();
  for (const path of ['state', 'state/org.example', 'members', 'joined_members', 'aliases']) {
    expect((await bob.ask('GET', `${room}/${path}`)).body.errcode).toBe('M_FORBIDDEN');
  }
  await alice.ask('POST', `${room}/invite`, { user_id: bob.id });
  expect((await bob.ask('GET', `${room}/state`)).status).toBe(403);
});

test.each(['leave', 'ban'])('after a %s the state is what it was then', async (how) => {
  const { alice, bob, room } = await scene();
  await bob.ask('POST', `${room}/join`);
  const leaver = how === 'ban' ? alice : bob;
  await leaver.ask('POST', `${room}/${how}`, { user_id: bob.id });
  const late = await alice.ask('PUT', `${room}/state/org.example`, { told: 'late' });
  expect((await bob.ask('GET', `${room}/state/org.example`)).body).toEqual({ told: 'early' });
  const id = encodeURIComponent(late.body.event_id);
  expect((await bob.ask('GET', `${room}/event/${id}`)).status).toBe(404);
  expect((await alice.ask('GET', `${room}/event/${id}`)).status).toBe(200);
});

test('a world-readable room is read by everybody', async () => {
  const { alice, bob, room } = await scene();
  const visibility = { history_visibility: 'world_readable' };
  await alice.ask('PUT', `${room}/state/m.room.history_visibility`, visibility);
  expect((await bob.ask('GET', `${room}/state/org.example`)).body).toEqual({ told: 'early' });
});

test('with the visibility "joined", members see nothing from before they joined', async () => {
  const { alice, bob, room } = await scene();
  const visibility = { history_visibility: 'joined' };
  await alice.ask('PUT', `${room}/state/m.room.history_visibility`, visibility);
  const hidden = await alice.ask('PUT', `${room}/state/org.example`, { told: 'hidden' });
  await bob.ask('POST', `${room}/join`);
  const shown = await alice.ask('PUT', `${room}/state/org.example`, { told: 'shown' });
  const seen = async (id: string) =>
    (await bob.ask('GET', `${room}/event/${encodeURIComponent(id)}`)).status;
  expect([await seen(hidden.body.event_id), await seen(shown.body.event_id)]).toEqual([404, 200]);
});

test('the full state has each entry once, and says what it replaced', async () => {
  const { alice, room } = await scene();
  const { body: before } = await alice.ask('GET', `${room}/state/org.example?format=event`);
  await alice.ask('PUT', `${room}/state/org.example`, { told: 'again' });
  const { body: state } = await alice.ask('GET', `${room}/state`);
  const found = state.filter(({ type }: { type: string }) => type === 'org.example');
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    content: { told: 'again' },
    unsigned: { replaces_state: before.event_id, prev_content: { told: 'early' } },
  });
});

test('a format that there is not is refused', async () => {
  const { alice, room } = await scene();
  const { body } = await alice.ask('GET', `${room}/state/org.example?format=xml`);
  expect(body.errcode).toBe('M_INVALID_PARAM');
});

test('members are listed by their membership', async () => {
  const { alice, bob, room } = await scene();
  await alice.ask('POST', `${room}/invite`, { user_id: bob.id });
  const { body } = await alice.ask('GET', `${room}/members?membership=invite`);
  expect(body.chunk.map((event: { state_key: string }) => event.state_key)).toEqual([bob.id]);
  const { body: joined } = await alice.ask('GET', `${room}/joined_members`);
  expect(Object.keys(joined.joined)).toEqual([alice.id]);
});

test('members are those with one membership, or without another; with both, either suffices', async () => {
  const { alice, bob, room } = await scene();
  await alice.ask('POST', `${room}/invite`, { user_id: bob.id });
  const found = async (query: string) => {
    const { body } = await alice.ask('GET', `${room}/members?${query}`);
    return body.chunk.map((event: { state_key: string }) => event.state_key);
  };
  expect(await found('not_membership=invite')).toEqual([alice.id]);
  expect(await found('membership=invite&not_membership=invite')).toEqual([alice.id, bob.id]);
  expect(await found('membership=invite&not_membership=join')).toEqual([bob.id]);
});

test('members are asked as of a token of sync, and never beyond one’s leaving', async () => {
  const { alice, bob, room } = await scene();
  const token = async () => (await alice.ask('GET', '/sync')).body.next_batch;
  const before = await token();
  await bob.ask('POST', `${room}/join`);
  const between = await token();
  await bob.ask('POST', `${room}/leave`);
  const found = async (at: string, who = alice) => {
    const { body } = await who.ask('GET', `${room}/members?at=${at}`);
    return body.chunk.map((event: { content: object }) => event.content);
  };
  const [join, leave] = [{ membership: 'join' }, { membership: 'leave' }];
  expect(await found(before)).toEqual([join]);
  expect(await found(between)).toEqual([join, join]);
  const late = await token();
  await bob.ask('POST', `${room}/join`);
  await bob.ask('POST', `${room}/leave`, { reason: 'again' });
  expect(await found(late, bob)).toEqual([join, leave]);
  expect((await alice.ask('GET', `${room}/members?at=now`)).body.errcode).toBe('M_INVALID_PARAM');
});

test('a redacted event loses its content, and the same put then makes a new one', async () => {
  const { alice, room } = await scene();
  const { body: first } = await alice.ask('PUT', `${room}/state/org.example`, { a: 1 });
  const path = `${room}/redact/${encodeURIComponent(first.event_id)}/txn`;
  const { body: redaction } = await alice.ask('PUT', path, { reason: 'typo' });
  expect((await alice.ask('PUT', path, {})).body).toEqual(redaction);
  expect((await alice.ask('GET', `${room}/state/org.example`)).body).toEqual({});
  const { body: second } = await alice.ask('PUT', `${room}/state/org.example`, {});
  expect(second.event_id).not.toBe(first.event_id);
});
