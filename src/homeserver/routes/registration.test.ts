import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { api, visit } from '../visit.fixture.ts';

const register = `${api}/register`;
const wish = { username: 'alice', password: 'secret' };

describe('open registration', () => {
  test('asks for the dummy stage, in the session that it began', async () => {
    const { ask } = await visit();
    const first = await ask('POST', register, { body: wish });
    expect([first.status, first.body.flows]).toEqual([401, [{ stages: ['m.login.dummy'] }]]);
    const auth = { type: 'm.login.dummy', session: first.body.session };
    const wrong = { ...auth, session: 'none' };
    expect((await ask('POST', register, { body: { ...wish, auth: wrong } })).status).toBe(401);
    const { status, body } = await ask('POST', register, { body: { ...wish, auth } });
    expect([status, body.user_id]).toEqual([200, '@alice:reference.test']);
    const again = await ask('POST', register, { body: { ...wish, auth } });
    expect([again.status, again.body.errcode]).toEqual([400, 'M_USER_IN_USE']);
  });

  test.each(['ä', 'a:b', ''])('takes no user by the name of %j', async (username) => {
    const { ask } = await visit();
    const { body } = await ask('POST', register, { body: { ...wish, username } });
    expect(body.errcode).toBe('M_INVALID_USERNAME');
  });

  test('may be closed', async () => {
    const { ask } = await visit({ registration: { open: false } });
    const { status, body } = await ask('POST', register, { body: wish });
    expect([status, body.errcode]).toEqual([403, 'M_FORBIDDEN']);
  });
});

test('a registration token is asked for before the rest', async () => {
  const { ask } = await visit({ registration: { open: false, token: 'let me in' } });
  const { session } = (await ask('POST', register, { body: wish })).body;
  const stage = (auth: object) => ask('POST', register, { body: { ...wish, auth } });
  const type = 'm.login.registration_token';
  const wrong = await stage({ type, session, token: 'wrong' });
  expect([wrong.status, wrong.body.errcode, wrong.body.completed]).toEqual([
    401,
    'M_FORBIDDEN',
    [],
  ]);
  const right = await stage({ type, session, token: 'let me in' });
  expect([right.status, right.body.completed]).toEqual([401, [type]]);
  expect((await stage({ type: 'm.login.dummy', session })).status).toBe(200);
});

describe('registration with a shared secret', () => {
  const path = '/_synapse/admin/v1/register';
  const mac = (secret: string, nonce: string) =>
    createHmac('sha1', secret).update(`${nonce}\0alice\0secret\0notadmin`).digest('hex');

  test('takes who knows the secret, once for each nonce', async () => {
    const { ask } = await visit({ registration: { sharedSecret: 'hush' } });
    const { nonce } = (await ask('GET', path)).body;
    const body = { ...wish, nonce, admin: false, mac: mac('hush', nonce) };
    expect((await ask('POST', path, { body })).body.user_id).toBe('@alice:reference.test');
    expect((await ask('POST', path, { body })).status).toBe(400);
  });

  test('refuses another secret, and is not there without one', async () => {
    const { ask } = await visit({ registration: { sharedSecret: 'hush' } });
    const { nonce } = (await ask('GET', path)).body;
    const body = { ...wish, nonce, mac: mac('other', nonce) };
    expect((await ask('POST', path, { body })).body.errcode).toBe('M_FORBIDDEN');
    const { ask: askOpen } = await visit();
    expect((await askOpen('GET', path)).body.errcode).toBe('M_UNRECOGNIZED');
  });
});

describe('an application service', () => {
  const applicationService = { token: 'as', senderLocalpart: 'bot', localpartPrefix: 'irc_' };
  const type = 'm.login.application_service';

  test('makes users of its namespace and speaks for them', async () => {
    const { ask } = await visit({ registration: { open: false, applicationService } });
    const token = 'as';
    const body = { type, username: 'irc_bob', inhibit_login: true };
    const { body: made } = await ask('POST', register, { token, body });
    expect(made).toEqual({ user_id: '@irc_bob:reference.test', home_server: 'reference.test' });
    const whoami = `${api}/account/whoami`;
    expect((await ask('GET', whoami, { token })).body.user_id).toBe('@bot:reference.test');
    const asBob = `${whoami}?user_id=%40irc_bob%3Areference.test`;
    expect((await ask('GET', asBob, { token })).body.user_id).toBe('@irc_bob:reference.test');
    const asNobody = `${whoami}?user_id=%40irc_eve%3Areference.test`;
    expect((await ask('GET', asNobody, { token })).body.errcode).toBe('M_FORBIDDEN');
    const login = { type, identifier: { type: 'm.id.user', user: 'irc_bob' } };
    const { body: bob } = await ask('POST', `${api}/login`, { token, body: login });
    expect(bob.user_id).toBe('@irc_bob:reference.test');
  });

  test('makes no user outside its namespace, and nobody else one within', async () => {
    const { ask } = await visit({ registration: { applicationService } });
    const body = { type, username: 'bob' };
    expect((await ask('POST', register, { token: 'as', body })).body.errcode).toBe('M_EXCLUSIVE');
    expect((await ask('POST', register, { token: 'no', body })).status).toBe(401);
  });

  test('may say when its events were sent, which others may not', async () => {
    const { ask, register: join } = await visit({ registration: { applicationService } });
    const { body: room } = await ask('POST', `${api}/createRoom`, { token: 'as', body: {} });
    const path = `${api}/rooms/${room.room_id}/state/org.example`;
    await ask('PUT', `${path}?ts=1234`, { token: 'as' });
    const { body } = await ask('GET', `${path}?format=event`, { token: 'as' });
    expect(body.origin_server_ts).toBe(1234);
    const alice = await join('alice');
    const own = await alice.opens();
    await alice.ask('PUT', `${own}/state/org.example?ts=1234`);
    const { body: event } = await alice.ask('GET', `${own}/state/org.example?format=event`);
    expect(event.origin_server_ts).toBeGreaterThan(1234);
  });
});
