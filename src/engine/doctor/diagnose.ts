import { AccountPool } from '../../client/account-pool.ts';
import { WaitBudget } from '../../client/wait-budget.ts';
import type { Diagnosis, Finding } from '../../model/diagnosis.ts';
import { findRoomVersions } from '../find-room-versions.ts';
import { findSoftware } from '../find-software.ts';
import type { OnWaiting } from '../find-versions.ts';
import { layGround } from '../lay-ground.ts';
import type { Plan } from '../plan.ts';
import { examineMeans } from './examine-means.ts';
import { examineRates } from './examine-rates.ts';
import { examineReach } from './examine-reach.ts';
import { examineUsers } from './examine-users.ts';

/** Long enough for a stock limit to let three users register, in ms. */
const patienceMs = 30_000;

/**
 * Preflight alone, and in full: all that a run needs of a homeserver is tried, and each thing that
 * is in its way is told with what to change. Registers three users and makes a dozen rooms.
 * @throws TypeError for a target that is no http(s) URL.
 */
export async function diagnose(
  plan: Plan,
  signal: AbortSignal,
  onWaiting?: OnWaiting,
): Promise<Diagnosis> {
  const { ground: laid } = layGround(plan, signal);
  const ground = { ...laid, waitBudget: new WaitBudget(patienceMs) };
  const findings: Finding[] = [];
  let software = 'unknown';
  let canBegin = false;
  const done = (): Diagnosis => ({
    target: ground.target.url,
    software,
    findings,
    isReady: findings.every(({ state }) => state !== 'bad'),
    canBegin,
  });
  try {
    findings.push(...(await examineReach(ground, plan.waitMs, onWaiting)));
    if (!done().isReady) return done();
    software = await findSoftware(ground);
    const users = await examineUsers(ground, plan.accounts, software);
    findings.push(...users.findings);
    const [account] = users.accounts;
    if (account === undefined) return done();
    // That is all that a run looks at before it begins.
    canBegin = true;
    findings.push(...(await examineMeans(ground, plan.accounts)));
    const pool = new AccountPool({ name: 'examined', limit: 1, next: async () => account });
    const rooms = await findRoomVersions(ground, pool);
    findings.push(roomVersions(rooms));
    const { roomVersion } = rooms;
    findings.push(...(await examineRates(ground, { account, roomVersion, software })));
    return done();
  } finally {
    await ground.target.close();
  }
}

type Rooms = Awaited<ReturnType<typeof findRoomVersions>>;

function roomVersions({ roomVersion, roomVersions: all, defaultRoomVersion }: Rooms): Finding {
  const check = 'room versions';
  if (roomVersion === '') {
    const said = `/capabilities offers none that is known here, so that rooms are made without naming one.`;
    return { check, state: 'note', said };
  }
  const own = defaultRoomVersion === '' ? 'no default' : `${defaultRoomVersion} by default`;
  const said = `${all.length} of them, ${own}; a run asks for ${roomVersion}.`;
  return { check, state: 'good', said };
}
