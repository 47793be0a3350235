import { describe, expect, test } from 'vitest';
import { api, Guest, visit } from '../visit.fixture.ts';

const administrator = { token: 'token-of-the-administrator', localpart: 'admin' };

async function scene() {
  const { url, ask, register } = await visit({ registration: { administrator } });
  const admin = new Guest(url, administrator.token, '@admin:reference.test');
  const [alice, bob] = [await register('alice'), await register('bob')];
  const moderate = (who: Guest, kind: string, userId: string, body?: object) =>
    ask(
      body === undefined ? 'GET' : 'PUT',
      `/_matrix/client/v1/admin/${kind}/${encodeURIComponent(userId)}`,
      { token: who.token, ...(body && { body: { ...body } }) },
    );
  return { ask, admin, alice, bob, moderate };
}

describe('an account that is locked', () => {
  test('is refused everywhere but at the logout, until it is unlocked', async () => {
    const { ask, admin, alice, moderate } = await scene();
    expect((await moderate(admin, 'lock', alice.id, { locked: true })).body).toEqual({
      locked: true,
    });
    const { status, body } = await alice.ask('GET', '/account/whoami');
    expect([status, body.errcode, body.soft_logout]).toEqual([401, 'M_USER_LOCKED', true]);
    const login = { type: 'm.login.password', user: 'alice', password: 'secret' };
    const { body: again } = await ask('POST', `${api}/login`, { body: login });
    expect(again.errcode).toBe('M_USER_LOCKED');
    await moderate(admin, 'lock', alice.id, { locked: false });
    expect((await alice.ask('GET', '/account/whoami')).status).toBe(200);
    await moderate(admin, 'lock', alice.id, { locked: true });
    expect((await alice.ask('POST', '/logout', {})).status).toBe(200);
  });
});

describe('an account that is suspended', () => {
  test('reads, and does not write', async () => {
    const { admin, alice, moderate } = await scene();
    const room = await alice.opens();
    await moderate(admin, 'suspend', alice.id, { suspended: true });
    const { status, body } = await alice.ask('PUT', `${room}/state/org.example`, {});
    expect([status, body.errcode]).toEqual([403, 'M_USER_SUSPENDED']);
    expect((await alice.ask('GET', '/sync')).status).toBe(200);
    expect((await moderate(admin, 'suspend', alice.id)).body).toEqual({ suspended: true });
    expect((await moderate(admin, 'lock', alice.id)).body).toEqual({ locked: false });
  });
});

test('who is no administrator does not learn which accounts there are', async () => {
  const { alice, bob, moderate } = await scene();
  for (const userId of [alice.id, bob.id, '@nobody:reference.test']) {
    const { status, body } = await moderate(alice, 'lock', userId);
    expect([status, body.errcode]).toEqual([403, 'M_FORBIDDEN']);
  }
});

test('only accounts that are here can be locked, and not the own one', async () => {
  const { admin, alice, moderate } = await scene();
  const errcodes = [
    await moderate(admin, 'lock', '@alice:elsewhere', { locked: true }),
    await moderate(admin, 'lock', '@nobody:reference.test', { locked: true }),
    await moderate(admin, 'lock', admin.id, { locked: true }),
    await moderate(admin, 'lock', alice.id, { locked: 'yes' }),
  ].map(({ status, body }) => `${status} ${body.errcode}`);
  expect(errcodes).toEqual([
    '400 M_INVALID_PARAM',
    '404 M_NOT_FOUND',
    '403 M_FORBIDDEN',
    '400 M_BAD_JSON',
  ]);
});

test('a deactivated account has no token, no login, and is there no more', async () => {
  const { ask, admin, alice, moderate } = await scene();
  const path = '/account/deactivate';
  const { status, body } = await alice.ask('POST', path, {});
  expect([status, body.flows]).toEqual([401, [{ stages: ['m.login.password'] }]]);
  const auth = (password: string) => ({
    auth: {
      type: 'm.login.password',
      session: body.session,
      identifier: { type: 'm.id.user', user: alice.id },
      password,
    },
  });
  expect((await alice.ask('POST', path, auth('wrong'))).body.errcode).toBe('M_FORBIDDEN');
  expect((await alice.ask('POST', path, auth('secret'))).status).toBe(200);
  expect((await alice.ask('GET', '/account/whoami')).body.errcode).toBe('M_UNKNOWN_TOKEN');
  const login = { type: 'm.login.password', user: 'alice', password: 'secret' };
  const { body: again } = await ask('POST', `${api}/login`, { body: login });
  expect(again.errcode).toBe('M_USER_DEACTIVATED');
  const gone = await moderate(admin, 'lock', alice.id, { locked: true });
  expect(gone.body.errcode).toBe('M_NOT_FOUND');
});

test('/capabilities offer moderation to administrators alone', async () => {
  const { admin, alice } = await scene();
  const offered = async (who: Guest) =>
    (await who.ask('GET', '/capabilities')).body.capabilities['m.account_moderation'];
  expect(await offered(admin)).toEqual({ lock: true, suspend: true });
  expect(await offered(alice)).toBeUndefined();
});
