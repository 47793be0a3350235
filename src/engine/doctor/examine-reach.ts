import { isRecord, memberOf } from '../../client/answer.ts';
import type { Finding } from '../../model/diagnosis.ts';
import type { BareGround } from '../bare-ground.ts';
import { findVersions, type OnWaiting } from '../find-versions.ts';
import { answered } from './answered.ts';
import { ask, glance } from './ask.ts';

const check = 'the client API';
const versionsPath = '/_matrix/client/versions';

/** Is a homeserver there, and if not, where may it be? One that is bad ends the examination. */
export async function examineReach(
  ground: BareGround,
  waitMs: number,
  onWaiting?: OnWaiting,
): Promise<readonly Finding[]> {
  const found = await findVersions(ground, waitMs, onWaiting);
  const { exchange } = await ask(ground, 'getVersions');
  if ('problem' in found) {
    const said = [found.problem, ...(await elsewhere(ground))].join(' ');
    return [{ check, state: 'bad', said, answered: answered(exchange) }];
  }
  const [first] = found.versions;
  const last = found.versions.at(-1);
  if (first === undefined) {
    const said = 'It answers, and advertises no version of Matrix.';
    return [{ check, state: 'note', said, answered: answered(exchange) }];
  }
  const which = first === last ? first : `${first} to ${last}`;
  return [
    { check, state: 'good', said: `It answers, and advertises ${which}.` },
    ...clock(exchange),
  ];
}

type Asked = Awaited<ReturnType<typeof ask>>['exchange'];

/** Half a minute may be the network, or a machine that was asleep. */
const muchMs = 30_000;

function clock({ response, startedAt }: Asked): readonly Finding[] {
  const its = Date.parse(response?.headers.date ?? '');
  if (!Number.isFinite(its)) return [];
  const off = its - Date.parse(startedAt);
  if (Math.abs(off) < muchMs)
    return [{ check: 'its clock', state: 'good', said: 'It goes right.' }];
  const way = off > 0 ? 'ahead of' : 'behind';
  const said = `It is ${Math.round(Math.abs(off) / 1000)} s ${way} the clock here: what is asked about times may be judged wrongly. Set one of them right.`;
  return [{ check: 'its clock', state: 'note', said }];
}

/** Where else it may be: by the other protocol, or where a server name points. */
async function elsewhere(ground: BareGround): Promise<readonly string[]> {
  const { url } = ground.target;
  const isSecure = url.startsWith('https:');
  const other = url.replace(/^https?:/, isSecure ? 'http:' : 'https:');
  const { host, hostname } = new URL(url);
  const said: string[] = [];
  const { answer } = await glance(ground, other, versionsPath);
  if (answer?.status === 200 && Array.isArray(memberOf(answer, 'versions'))) {
    said.push(`A homeserver answers at ${other}: give --target ${other}.`);
  }
  for (const place of new Set([
    `${isSecure ? 'https' : 'http'}://${host}`,
    `https://${hostname}`,
  ])) {
    const { answer: known } = await glance(ground, place, '/.well-known/matrix/client');
    const server = known?.status === 200 ? memberOf(known, 'm.homeserver') : undefined;
    const base = isRecord(server) ? server.base_url : undefined;
    // It is shown to be pasted into a shell: nothing of it may be more than a word there.
    if (typeof base !== 'string' || !/^https?:\/\/[\w.:[\]/%~-]+$/.test(base)) continue;
    const shown = ground.redactor.cleanHead(base, 200).replace(/\/+$/, '');
    said.push(`${place} is a server name, whose client API is elsewhere: give --target ${shown}.`);
    break;
  }
  return said;
}
