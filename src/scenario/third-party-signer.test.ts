import { createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { thirdPartySigner } from './third-party-signer.ts';

function holds(publicKey: string, text: string, signature: string): boolean {
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

test('a signature is that of the canonical JSON of user and token, and of no other key', () => {
  const signer = thirdPartySigner(Buffer.alloc(32, 1));
  const { signatures, ...rest } = signer.sign('@bob:hs', 'token');
  expect(rest).toEqual({ mxid: '@bob:hs', token: 'token' });
  const signature = signatures['identity.example']?.['ed25519:0'] ?? '';
  const text = '{"mxid":"@bob:hs","token":"token"}';
  expect([signer.publicKey, signature].join('')).not.toContain('=');
  expect(holds(signer.publicKey, text, signature)).toBe(true);
  expect(holds(thirdPartySigner(Buffer.alloc(32, 2)).publicKey, text, signature)).toBe(false);
});
