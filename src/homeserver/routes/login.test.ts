import { expect, test } from 'vitest';
import { api, visit } from '../visit.fixture.ts';

const type = 'm.login.password';

test('a password logs in by localpart and by user id, on a device of its own', async () => {
  const { ask, register } = await visit();
  const alice = await register('alice');
  for (const user of ['alice', alice.id]) {
    const body = { type, identifier: { type: 'm.id.user', user }, password: 'secret' };
    const answer = await ask('POST', `${api}/login`, { body });
    expect([answer.status, answer.body.user_id]).toEqual([200, alice.id]);
    expect(answer.body.access_token).not.toBe(alice.token);
  }
  expect((await alice.ask('GET', '/account/whoami')).status).toBe(200);
});

test('a wrong password, an unknown user and an unknown type are refused', async () => {
  const { ask, register } = await visit();
  await register('alice');
  const login = async (body: { [name: string]: unknown }) =>
    (await ask('POST', `${api}/login`, { body })).body.errcode;
  expect(await login({ type, user: 'alice', password: 'wrong' })).toBe('M_FORBIDDEN');
  expect(await login({ type, user: 'bob', password: 'secret' })).toBe('M_FORBIDDEN');
  expect(await login({ type: 'm.login.token' })).toBe('M_UNKNOWN');
  expect(await login({ type, password: 'secret' })).toBe('M_MISSING_PARAM');
});

test('logging in on a device ends the token that it had', async () => {
  const { ask, register } = await visit();
  const alice = await register('alice');
  const { device_id } = (await alice.ask('GET', '/account/whoami')).body;
  const body = { type, user: 'alice', password: 'secret', device_id };
  expect((await ask('POST', `${api}/login`, { body })).body.device_id).toBe(device_id);
  expect((await alice.ask('GET', '/account/whoami')).body.errcode).toBe('M_UNKNOWN_TOKEN');
});

test('a logout ends one token, or all of a user', async () => {
  const { ask, register } = await visit();
  const [alice, bob] = [await register('alice'), await register('bob')];
  const body = { type, user: 'alice', password: 'secret' };
  const { access_token: token } = (await ask('POST', `${api}/login`, { body })).body;
  const whoami = async (of: string) =>
    (await ask('GET', `${api}/account/whoami`, { token: of })).status;
  await ask('POST', `${api}/logout`, { token });
  expect([await whoami(token), await whoami(alice.token)]).toEqual([401, 200]);
  await alice.ask('POST', '/logout/all');
  expect([await whoami(alice.token), await whoami(bob.token)]).toEqual([401, 200]);
});
