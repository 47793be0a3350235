import { createHash } from 'node:crypto';
import { type RoomVersion, rulesOf } from '../rooms/room-version.ts';
import { canonicalJson } from './canonical-json.ts';
import type { JsonObject } from './json.ts';
import { redactedContent } from './redacted-content.ts';

/** The largest event, in bytes of canonical JSON (client-server-api/#size-limits). */
export const largestEvent = 65_536;

/** What an event is named after, and how large it is. */
export interface Identity {
  /** `$` and a hash; in the versions 1 and 2 the server name besides. */
  readonly id: string;
  /** Bytes of the whole event, with room for one signature. */
  readonly size: number;
}

/** An event in the format of servers, without its hashes. */
export interface Pdu extends JsonObject {
  readonly type: string;
  readonly content: JsonObject;
}

/**
 * The event id: since room version 3 the reference hash of the event (rooms/v4/#event-ids), which
 * covers the content by its content hash. Before, it may be anything of this server's own.
 */
export function identify(pdu: Pdu, version: RoomVersion, serverName: string): Identity {
  const whole = canonicalJson(pdu);
  const hashes = { sha256: hash(whole).toString('base64').replace(/=+$/, '') };
  const content = redactedContent(pdu.type, pdu.content, version);
  const { redacts: _, ...kept } = pdu;
  const reference = canonicalJson({ ...kept, content, hashes });
  const signatures = { [serverName]: { 'ed25519:1': '-'.repeat(86) } };
  return {
    id: `$${named(hash(reference), version, serverName)}`,
    size: Buffer.byteLength(whole) + Buffer.byteLength(canonicalJson({ hashes, signatures })) - 1,
  };
}

function named(digest: Buffer, version: RoomVersion, serverName: string): string {
  const { eventIds } = rulesOf(version);
  if (eventIds === 'base64') return digest.toString('base64').replace(/=+$/, '');
  const name = digest.toString('base64url');
  return eventIds === 'domain' ? `${name}:${serverName}` : name;
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
