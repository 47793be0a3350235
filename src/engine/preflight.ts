import { AccountError } from '../client/account-error.ts';
import { AccountPool } from '../client/account-pool.ts';
import { accountSources } from '../client/auth/choose-source.ts';
import { createAuthLine } from '../client/auth-line.ts';
import { Deadline } from '../client/deadline.ts';
import { TransportError } from '../client/transport-error.ts';
import type { ServerFacts } from '../model/run-result.ts';
import type { BareGround } from './bare-ground.ts';
import { findRoomVersions } from './find-room-versions.ts';
import { findSoftware } from './find-software.ts';
import { findVersions, type OnWaiting } from './find-versions.ts';
import type { Plan } from './plan.ts';

/** What is needed before scenarios can run, or each thing that is in the way of them. */
export interface Preflight {
  readonly facts: ServerFacts;
  readonly accounts?: AccountPool;
  /** One sentence each, with its cure. */
  readonly problems: readonly string[];
}

export const unknownServer: ServerFacts = {
  software: 'unknown',
  versions: [],
  roomVersions: [],
  defaultRoomVersion: '',
  accounts: 'none',
  roomVersion: '',
};

/** Reachable? Matrix at all? Which server, which versions? Can accounts be made, and how? */
export async function preflight(
  plan: Plan,
  ground: BareGround,
  onWaiting?: OnWaiting,
): Promise<Preflight> {
  const found = await findVersions(ground, plan.waitMs, onWaiting);
  if ('problem' in found)
    return { facts: unknownServer, problems: [`${found.problem}${toDoctor(plan)}`] };
  const software = await findSoftware(ground);
  const known = { ...unknownServer, versions: found.versions, software };
  const pool = await findAccounts(plan, ground);
  if (!(pool instanceof AccountPool)) return { facts: known, problems: pool };
  const rooms = await findRoomVersions(ground, pool);
  return {
    facts: { ...known, ...rooms, accounts: pool.source.name, users: usersOf(pool) },
    accounts: pool,
    problems: [],
  };
}

function usersOf({ source: { limit, disposable } }: AccountPool) {
  const bound = limit === undefined ? {} : { limit };
  return { ...bound, canLogInAgain: disposable !== undefined };
}

/** The first way that gives an account; else why each of them gives none. */
async function findAccounts(plan: Plan, ground: BareGround): Promise<AccountPool | string[]> {
  const problems: string[] = [];
  try {
    for (const source of accountSources(plan.accounts)) {
      const pool = new AccountPool(source);
      const deadline = new Deadline(ground.timeoutMs, ground.signal);
      try {
        const line = createAuthLine({ ...ground, deadline });
        // Given users are few, and each of them has to be good; made ones are made when needed.
        pool.giveBack(await pool.borrow(Math.min(source.limit ?? 1, 16), line));
        return pool;
      } catch (error) {
        if (!(error instanceof AccountError || error instanceof TransportError)) throw error;
        problems.push(`${source.name}: ${error.message}`);
      } finally {
        deadline.end();
      }
    }
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    return [error.message];
  }
  return [
    `No account can be had (${problems.join('; ')}). Open the homeserver's registration, or give a registration token, a shared secret, access tokens, passwords or an application service token: see --help under Accounts.${toDoctor(plan)}`,
  ];
}

/** Where the whole of it is looked at, and each thing is told that has to be changed. */
function toDoctor({ target }: Plan): string {
  return ` \`matrix-conformance doctor --target ${target}\` says more.`;
}
