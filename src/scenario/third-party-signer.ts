import { generateKeyPairSync, sign } from 'node:crypto';

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

/** A signer with a key of its own, which no other has. */
export function thirdPartySigner(): ThirdPartySigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
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
