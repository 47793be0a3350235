import { isObject, type JsonObject } from '../events/json.ts';
import { MatrixError } from '../http/matrix-error.ts';
import { isUserId } from '../rules/is-user-id.ts';
import { defaultRoomVersion, knownRoomVersion, type RoomVersion } from './room-version.ts';

/** One entry of `initial_state`. */
export interface InitialState {
  readonly type: string;
  readonly stateKey: string;
  readonly content: JsonObject;
}

/** A body of `POST /createRoom`, read (client-server-api/#post_matrixclientv3createroom). */
export interface RoomRequest {
  readonly version: RoomVersion;
  readonly creationContent: JsonObject;
  readonly levels: JsonObject;
  readonly invited: readonly string[];
  readonly initialState: readonly InitialState[];
  readonly aliasName: string | undefined;
  readonly name: string | undefined;
  readonly topic: string | undefined;
}

/** Throws 400 M_BAD_JSON or M_UNSUPPORTED_ROOM_VERSION. */
export function readRoomRequest(body: JsonObject): RoomRequest {
  const version = knownRoomVersion(body.room_version ?? defaultRoomVersion);
  if (version === undefined) {
    throw new MatrixError(400, 'M_UNSUPPORTED_ROOM_VERSION', 'The room version is not known');
  }
  const { invite = [], initial_state: initialState = [] } = body;
  if (!Array.isArray(invite) || !invite.every(isUserId)) throw bad('invite');
  if (!Array.isArray(initialState)) throw bad('initial_state');
  return {
    version,
    creationContent: objectIn(body, 'creation_content'),
    levels: objectIn(body, 'power_level_content_override'),
    invited: invite,
    initialState: initialState.map(readInitialState),
    aliasName: textIn(body, 'room_alias_name'),
    name: textIn(body, 'name'),
    topic: textIn(body, 'topic'),
  };
}

function readInitialState(entry: unknown): InitialState {
  if (!isObject(entry)) throw bad('initial_state');
  const { type, state_key: stateKey = '', content } = entry;
  if (typeof type !== 'string' || typeof stateKey !== 'string' || !isObject(content)) {
    throw bad('initial_state');
  }
  return { type, stateKey, content };
}

function objectIn(body: JsonObject, name: string): JsonObject {
  const value = body[name] ?? {};
  if (isObject(value)) return value;
  throw bad(name);
}

function textIn(body: JsonObject, name: string): string | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw bad(name);
}

function bad(name: string): MatrixError {
  return new MatrixError(400, 'M_BAD_JSON', `${name} has the wrong type`);
}
