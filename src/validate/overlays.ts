import type { Erratum } from './erratum.ts';

const api = 'https://spec.matrix.org/latest/client-server-api/';

/** An overlay of a 200: what it adds is demanded besides what the document says. */
function demand(
  operation: string,
  anchor: string,
  what: string,
  reason: string,
  adds: Readonly<Record<string, unknown>>,
): Erratum {
  return { operation, status: '200', what, reason, link: `${api}#${anchor}`, adds };
}

const stateEvents = { items: { required: ['state_key'] } };
const stateBatch = { properties: { events: stateEvents } };
const synced = {
  patternProperties: { '^!': { properties: { state: stateBatch, state_after: stateBatch } } },
};

const demands: readonly Erratum[] = [
  demand(
    'getRoomState',
    'get_matrixclientv3roomsroomidstate',
    'each of its events has a state_key',
    'it lists state events, and those are what has a state_key, says the format of room events',
    stateEvents,
  ),
  demand(
    'getMembersByRoom',
    'get_matrixclientv3roomsroomidmembers',
    'it has a chunk, whose events are of the type m.room.member and have a state_key',
    'it is the list of the m.room.member events of the room; the document requires no member of it',
    {
      required: ['chunk'],
      properties: {
        chunk: {
          items: { required: ['state_key'], properties: { type: { const: 'm.room.member' } } },
        },
      },
    },
  ),
  demand(
    'getJoinedMembersByRoom',
    'get_matrixclientv3roomsroomidjoined_members',
    'it has joined, whose names are user ids',
    'it is a map of user ids to members; the document requires no member of it, and no such names',
    { required: ['joined'], properties: { joined: { propertyNames: { format: 'mx-user-id' } } } },
  ),
  demand(
    'getRoomIdByAlias',
    'get_matrixclientv3directoryroomroomalias',
    'it has a room_id',
    'it resolves an alias to a room id; the document requires no member of it',
    { required: ['room_id'] },
  ),
  demand(
    'redactEvent',
    'put_matrixclientv3roomsroomidredacteventidtxnid',
    'it has an event_id',
    'it is an ID for the redaction event; the document requires no member of it',
    { required: ['event_id'] },
  ),
  demand(
    'getLoginFlows',
    'get_matrixclientv3login',
    'it has flows',
    'it is the list of the login types from which clients pick; the document requires none',
    { required: ['flows'] },
  ),
  demand(
    'register',
    'post_matrixclientv3register',
    'with an access_token it has a device_id',
    'both are required where inhibit_login is false, and only then there is an access_token',
    { dependentRequired: { access_token: ['device_id'] } },
  ),
  demand(
    'sync',
    'get_matrixclientv3sync',
    'the events in state and state_after of a room have a state_key',
    'they are state events, and those are what has a state_key, says the format of room events',
    { properties: { rooms: { properties: { join: synced, leave: synced } } } },
  ),
];

const bare: Readonly<Record<string, string>> = {
  ban: 'post_matrixclientv3roomsroomidban',
  unban: 'post_matrixclientv3roomsroomidunban',
  kick: 'post_matrixclientv3roomsroomidkick',
  inviteUser: 'post_matrixclientv3roomsroomidinvite',
  leaveRoom: 'post_matrixclientv3roomsroomidleave',
  logout: 'post_matrixclientv3logout',
  logout_all: 'post_matrixclientv3logoutall',
  setRoomAlias: 'put_matrixclientv3directoryroomroomalias',
  deleteRoomAlias: 'delete_matrixclientv3directoryroomroomalias',
  setAccountData: 'put_matrixclientv3useruseridaccount_datatype',
};

const weaknesses: readonly Erratum[] = [
  ...Object.entries(bare).map(([operation, anchor]) => ({
    operation,
    status: '200',
    what: 'any object will do',
    reason:
      'the prose promises no member either: it says that it was done, which scenarios look at',
    link: `${api}#${anchor}`,
  })),
  {
    operation: '*',
    status: '4XX',
    what: 'an error has an error message beside its errcode',
    reason: 'the prose shows both in each standard error; error.yaml requires the errcode alone',
    link: `${api}#standard-error-response`,
  },
];

/**
 * Where the documents say less than the prose, and what is demanded besides; and where they say
 * little and the prose no more, so that nothing is.
 */
export const overlays: readonly Erratum[] = [...demands, ...weaknesses];
