import { createPublicKey, verify } from 'node:crypto';
import { canonicalJson } from '../events/canonical-json.ts';
import { isObject, type JsonObject } from '../events/json.ts';
import { membershipIn } from '../rooms/room.ts';
import { stateEvent } from '../rooms/room-state.ts';
import type { Rule } from './rule.ts';

/** An invite with a `third_party_invite` (rooms/v12/#authorisation-rules, rule 5.4.1). */
export const acceptedThirdPartyInvite: Rule = (event, room) => {
  if (membershipIn(room.state, event.stateKey ?? '') === 'ban') return 'the user is banned';
  const given = event.content.third_party_invite;
  const signed = isObject(given) ? given.signed : undefined;
  if (!isObject(signed)) return 'the third-party invite is not signed';
  const { mxid, token } = signed;
  if (mxid !== event.stateKey) return 'the third-party invite is for another user';
  const invite =
    typeof token === 'string'
      ? stateEvent(room.state, 'm.room.third_party_invite', token)
      : undefined;
  if (invite === undefined) return 'there is no such third-party invite';
  if (invite.sender !== event.sender) return 'the third-party invite is of another sender';
  const keys = publicKeysIn(invite.content);
  return keys.some((key) => isSignedWith(signed, key))
    ? undefined
    : 'the third-party invite is signed with another key';
};

/** The one in `public_key`, and those in `public_keys` (client-server-api/#mroomthird_party_invite). */
function publicKeysIn({ public_key: one, public_keys: more }: JsonObject): readonly string[] {
  const listed = Array.isArray(more) ? more.filter(isObject).map((entry) => entry.public_key) : [];
  return [one, ...listed].filter((key) => typeof key === 'string');
}

/** Whether any of the signatures is one of this key (appendices/#checking-for-a-signature). */
function isSignedWith(signed: JsonObject, publicKey: string): boolean {
  const { signatures, unsigned: _, ...rest } = signed;
  const bytes = Buffer.from(publicKey, 'base64');
  if (!isObject(signatures) || bytes.length !== 32) return false;
  const prefix = Buffer.from('302a300506032b6570032100', 'hex');
  const key = createPublicKey({
    key: Buffer.concat([prefix, bytes]),
    format: 'der',
    type: 'spki',
  });
  return Object.values(signatures)
    .flatMap((byKey) => (isObject(byKey) ? Object.entries(byKey) : []))
    .filter(([keyId]) => keyId.startsWith('ed25519:'))
    .some(([, signature]) => {
      const given = typeof signature === 'string' ? Buffer.from(signature, 'base64') : undefined;
      return given?.length === 64 && verify(null, Buffer.from(canonicalJson(rest)), key, given);
    });
}
