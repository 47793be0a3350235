import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { visit } from '../visit.fixture.ts';

const token = 'token';

async function scene() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const { register } = await visit();
  const [alice, bob] = [await register('alice'), await register('bob')];
  const room = await alice.opens({ preset: 'private_chat' });
  const public_key = Buffer.from(x, 'base64url').toString('base64');
  const keys = { public_key: 'AAAA', public_keys: [{ public_key }] };
  await alice.ask('PUT', `${room}/state/m.room.third_party_invite/${token}`, keys);
  const bytes = Buffer.from(JSON.stringify({ mxid: bob.id, token }));
  const signature = sign(null, bytes, privateKey).toString('base64').replace(/=+$/, '');
  const signed = { mxid: bob.id, token, signatures: { hs: { 'ed25519:0': signature } } };
  const invite = async (by: typeof alice, given: unknown) => {
    const body = { membership: 'invite', third_party_invite: { signed: given } };
    return (await by.ask('PUT', `${room}/state/m.room.member/${bob.id}`, body)).status;
  };
  return { alice, bob, room, signed, invite };
}

test('a third-party invite counts that is signed for the user and the token', async () => {
  const { alice, bob, room, signed, invite } = await scene();
  expect(await invite(alice, signed)).toBe(200);
  expect((await bob.ask('POST', `${room}/join`)).status).toBe(200);
});

test('a third-party invite is rejected where anything about it is another', async () => {
  const { alice, bob, room, signed, invite } = await scene();
  for (const given of [
    undefined,
    {},
    { ...signed, mxid: alice.id },
    { ...signed, token: 'other' },
    { ...signed, more: 1 },
    { ...signed, signatures: {} },
    { ...signed, signatures: { hs: { 'ed25519:0': 'AAAA' } } },
    { ...signed, signatures: { hs: { 'rsa:0': signed.signatures.hs['ed25519:0'] } } },
  ]) {
    expect(await invite(alice, given), JSON.stringify(given)).toBe(403);
  }
  expect(await invite(bob, signed)).toBe(403);
  await alice.ask('POST', `${room}/ban`, { user_id: bob.id });
  expect(await invite(alice, signed)).toBe(403);
});
