import { createPrivateKey, createPublicKey, sign } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410, section 7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Stands for an identity server that vouches for who is invited by a third-party identifier. */
export interface ThirdPartySigner {
  /** Its Ed25519 public key in base64 without padding, as `m.room.third_party_invite` holds it. */
  readonly publicKey: string;
  /** The `signed` of a `third_party_invite`, for the user and the token of an invite. */
  sign(mxid: string, token: string): Signed;
}

/** What an identity server signs: client-server-api/#mroommember, `third_party_invite`. */
export interface Signed {
  readonly mxid: string;
  readonly token: string;
  readonly signatures: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A signer with that key. @param key 32 bytes, which no other has. */
export function thirdPartySigner(key: Uint8Array): ThirdPartySigner {
  const der = Buffer.concat([pkcs8, key]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    publicKey: unpadded(Buffer.from(x, 'base64url')),
    sign: (mxid, token) => {
      // Canonical JSON: the members are in the order of their names.
      const signature = sign(null, Buffer.from(JSON.stringify({ mxid, token })), privateKey);
      return {
        mxid,
        token,
        signatures: { 'identity.example': { 'ed25519:0': unpadded(signature) } },
      };
    },
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
