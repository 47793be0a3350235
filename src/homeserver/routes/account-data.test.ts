import { expect, test } from 'vitest';
import { visit } from '../visit.fixture.ts';

const config = 'm.invite_permission_config';

async function scene() {
  const { register } = await visit();
  const [alice, bob] = [await register('alice'), await register('bob')];
  const path = (type: string) => `/user/${bob.id}/account_data/${type}`;
  return { alice, bob, path };
}

test('account data is kept for its owner, and told in sync when it is new', async () => {
  const { alice, bob, path } = await scene();
  expect((await bob.ask('GET', path('org.x'))).status).toBe(404);
  const { next_batch: since } = (await bob.ask('GET', '/sync')).body;
  expect((await bob.ask('PUT', path('org.x'), { a: 1 })).body).toEqual({});
  expect((await bob.ask('GET', path('org.x'))).body).toEqual({ a: 1 });
  const news = (await bob.ask('GET', `/sync?since=${since}`)).body;
  expect(news.account_data.events).toEqual([{ type: 'org.x', content: { a: 1 } }]);
  const later = (await bob.ask('GET', `/sync?since=${news.next_batch}`)).body;
  expect(later.account_data.events).toEqual([]);
  expect((await alice.ask('GET', path('org.x'))).status).toBe(403);
  expect((await alice.ask('PUT', path('org.x'), {})).status).toBe(403);
  expect((await bob.ask('PUT', path('m.fully_read'), {})).status).toBe(405);
});

test('who takes no invites is invited in no way, and sees none', async () => {
  const { alice, bob, path } = await scene();
  const room = await alice.opens({ preset: 'private_chat', invite: [bob.id] });
  const invites = async () =>
    Object.keys((await bob.ask('GET', '/sync')).body.rooms.invite ?? {}).length;
  expect(await invites()).toBe(1);
  await bob.ask('PUT', path(config), { default_action: 'block' });
  expect(await invites()).toBe(0);
  const other = await alice.opens();
  const target = { user_id: bob.id };
  const membership = { membership: 'invite' };
  for (const asked of [
    alice.ask('POST', `${other}/invite`, target),
    alice.ask('PUT', `${other}/state/m.room.member/${bob.id}`, membership),
    alice.ask('PUT', `${room}/state/m.room.member/${bob.id}`, membership),
    alice.ask('POST', '/createRoom', { invite: [bob.id] }),
  ]) {
    const { status, body } = await asked;
    expect([status, body.errcode]).toEqual([403, 'M_INVITE_BLOCKED']);
  }
  await bob.ask('PUT', path(config), {});
  expect((await alice.ask('POST', `${other}/invite`, target)).status).toBe(200);
});
