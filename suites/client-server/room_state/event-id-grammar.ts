/** What an event id looks like, for a check and for its reader. */
export interface EventIdGrammar {
  readonly pattern: RegExp;
  readonly meaning: string;
}

const anyId = { pattern: /^\$.{1,254}$/, meaning: 'an event id: $ first, at most 255 bytes' };
const ofServer = {
  pattern: /^\$[^:]+:.+$/,
  meaning: 'an event id of this room version: $opaque:domain',
};
// Of the last character two bits belong to no byte of the hash: base64 has them 0.
const base64 = {
  pattern: /^\$[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]$/,
  meaning: 'an event id of this room version: $ and a hash in unpadded base64',
};
const urlSafe = {
  pattern: /^\$[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/,
  meaning: 'an event id of this room version: $ and a hash in URL-safe unpadded base64',
};

/**
 * The grammar of event ids in a room version: a domain in 1 and 2, a hash in base64 in 3, a hash
 * in URL-safe base64 from 4 on (rooms/v1, rooms/v3 and rooms/v4, "Event IDs").
 * @param roomVersion empty, or one that is not known here: then what holds for all of them.
 */
export function eventIdGrammar(roomVersion: string): EventIdGrammar {
  if (isNamedAfterServer(roomVersion)) return ofServer;
  if (roomVersion === '3') return base64;
  return /^([4-9]|1[0-2])$/.test(roomVersion) ? urlSafe : anyId;
}

/** Whether an event id ends in the name of the homeserver that made it (rooms/v1, "Event IDs"). */
export function isNamedAfterServer(roomVersion: string): boolean {
  return ['1', '2'].includes(roomVersion);
}
