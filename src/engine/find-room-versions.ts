import { AccountError } from '../client/account-error.ts';
import type { AccountPool } from '../client/account-pool.ts';
import { isRecord, memberOf } from '../client/answer.ts';
import { createAuthLine } from '../client/auth-line.ts';
import { Deadline } from '../client/deadline.ts';
import { TransportError } from '../client/transport-error.ts';
import type { ServerFacts } from '../model/run-result.ts';
import type { BareGround } from './bare-ground.ts';
import { shortList } from './short-list.ts';

type RoomFacts = Pick<ServerFacts, 'roomVersions' | 'defaultRoomVersion' | 'roomVersion'>;

/** A room version that the scenarios know, the newest last. */
const known = ['6', '7', '8', '9', '10', '11', '12'];

const nothing: RoomFacts = { roomVersions: [], defaultRoomVersion: '', roomVersion: '' };

/**
 * The room versions that `/capabilities` offers, and the one to ask for: the homeserver's own
 * default where it is known here, else the newest known one that it has. Where it does not say,
 * rooms are made without naming a version. Client-Server API, "Capabilities negotiation".
 */
export async function findRoomVersions(
  ground: BareGround,
  accounts: AccountPool,
): Promise<RoomFacts> {
  const deadline = new Deadline(ground.timeoutMs, ground.signal);
  const line = createAuthLine({ ...ground, deadline });
  const lent = await accounts.borrow(1, line);
  try {
    const answer = await line.call('getCapabilities', {}, lent[0]);
    const capabilities = answer.status === 200 ? memberOf(answer, 'capabilities') : undefined;
    const rooms = isRecord(capabilities) ? capabilities['m.room_versions'] : undefined;
    return isRecord(rooms) ? choose(ground, rooms) : nothing;
  } catch (error) {
    if (error instanceof TransportError || error instanceof AccountError) return nothing;
    throw error;
  } finally {
    accounts.giveBack(lent);
    deadline.end();
  }
}

function choose(ground: BareGround, rooms: Readonly<Record<string, unknown>>): RoomFacts {
  const available = isRecord(rooms.available) ? Object.keys(rooms.available) : [];
  const roomVersions = shortList(ground, available);
  const named = typeof rooms.default === 'string' ? [rooms.default] : [];
  const [defaultRoomVersion = ''] = shortList(ground, named);
  const isKnownDefault = known.includes(defaultRoomVersion);
  const newest = known.findLast((version) => roomVersions.includes(version)) ?? '';
  return {
    roomVersions,
    defaultRoomVersion,
    roomVersion: isKnownDefault ? defaultRoomVersion : newest,
  };
}
