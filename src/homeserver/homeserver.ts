import type { IncomingMessage } from 'node:http';
import type { Account, Session } from './accounts/account.ts';
import { type AccountChecks, soundAccountChecks } from './accounts/account-checks.ts';
import type { AccountData } from './accounts/account-data.ts';
import { addFirstAccounts } from './accounts/add-first-accounts.ts';
import { checkInvitePermission } from './accounts/invite-permission.ts';
import type { RegistrationOptions } from './accounts/registration-options.ts';
import { sessionOf } from './accounts/session-of.ts';
import type { Alias } from './aliases/alias.ts';
import { type AliasChecks, soundAliasChecks } from './aliases/alias-checks.ts';
import { checkCanonicalAlias } from './aliases/check-canonical-alias.ts';
import { checkCanonical } from './events/check-canonical.ts';
import { identify } from './events/event-id.ts';
import type { JsonObject } from './events/json.ts';
import type { Draft, RoomEvent } from './events/room-event.ts';
import { emptyStream, type Stream } from './events/stream.ts';
import type { HomeserverOptions } from './homeserver-options.ts';
import type { Call } from './http/call.ts';
import { gatherer } from './http/gatherer.ts';
import { rateLimiter } from './http/rate-limiter.ts';
import type { Route } from './http/route.ts';
import { soundWire, type Wire } from './http/wire.ts';
import { checkAnnotation } from './rooms/check-annotation.ts';
import { checkGuest } from './rooms/check-guest.ts';
import { checkSize } from './rooms/check-size.ts';
import { putOutGuests } from './rooms/put-out-guests.ts';
import type { Room } from './rooms/room.ts';
import { type StateStore, soundStateStore } from './rooms/room-state.ts';
import { rulesOf } from './rooms/room-version.ts';
import { soundRoutes } from './routes/routes.ts';
import { authorise } from './rules/authorise.ts';
import { type Rules, soundRules } from './rules/rules.ts';

/**
 * A homeserver in memory: what it knows, and the parts that it works with. A mutant replaces a part.
 */
export interface Homeserver {
  /** The server name, as in user ids. */
  readonly name: string;
  readonly registration: RegistrationOptions;
  readonly accounts: Map<string, Account>;
  /** By access token. */
  readonly sessions: Map<string, Session>;
  /** The completed stages of each registration that is under way. */
  readonly authSessions: Map<string, Set<string>>;
  readonly nonces: Set<string>;
  readonly rooms: Map<string, Room>;
  readonly aliases: Map<string, Alias>;
  /** By user id and type. */
  readonly accountData: Map<string, Map<string, AccountData>>;
  /** Those that a user has defined, by user id. */
  readonly filters: Map<string, readonly JsonObject[]>;
  /** Event ids by device, room and transaction id. */
  readonly transactions: Map<string, string>;
  readonly stream: Stream;
  limit: (operationId: string) => void;
  /** Lets through what one user writes at the same moment, up to a number. */
  gather: (request: IncomingMessage) => Promise<void>;
  /** Who a token speaks for. */
  sessionOf: typeof sessionOf;
  readonly accountChecks: AccountChecks;
  readonly wire: Wire;
  readonly routes: Route[];
  /** Names an event after its hash. */
  identify: typeof identify;
  readonly rules: Rules;
  readonly state: StateStore;
  readonly aliasChecks: AliasChecks;
  /** What every event goes through before it is sent; the text of its content first. */
  readonly checks: {
    canonical: (call: Pick<Call, 'text' | 'body'>, room: Room) => void;
    size: (draft: Draft) => void;
    authorisation: (draft: Draft, room: Room) => void;
    guests: (draft: Draft, room: Room) => void;
    aliases: (draft: Draft, room: Room) => void;
    invitePermission: (draft: Draft) => void;
    annotation: (draft: Draft, room: Room) => void;
  };
  /** What follows from an event that was sent. */
  afterwards: (event: RoomEvent, room: Room) => void;
}

/** A homeserver without faults, without users and rooms, and not listening. */
export function createHomeserver(options: HomeserverOptions = {}): Homeserver {
  const rules = soundRules();
  const homeserver: Homeserver = {
    name: options.serverName ?? 'reference.test',
    registration: options.registration ?? {},
    accounts: new Map(),
    sessions: new Map(),
    authSessions: new Map(),
    nonces: new Set(),
    rooms: new Map(),
    aliases: new Map(),
    accountData: new Map(),
    filters: new Map(),
    transactions: new Map(),
    stream: emptyStream(),
    limit: rateLimiter(options.limits),
    gather: gatherer(),
    sessionOf,
    accountChecks: soundAccountChecks(),
    wire: soundWire(),
    routes: soundRoutes(),
    identify,
    rules,
    state: soundStateStore(),
    aliasChecks: soundAliasChecks(),
    checks: {
      canonical: ({ text, body }, { version }) => {
        if (rulesOf(version).isStrict) checkCanonical(text, body);
      },
      size: checkSize,
      authorisation: (draft, room) => authorise(rules, draft, room),
      guests: (draft, room) => checkGuest(homeserver, draft, room),
      aliases: (draft, room) => checkCanonicalAlias(homeserver, draft, room),
      invitePermission: (draft) => checkInvitePermission(homeserver, draft),
      annotation: checkAnnotation,
    },
    afterwards: (event, room) => putOutGuests(homeserver, event, room),
  };
  addFirstAccounts(homeserver);
  return homeserver;
}
