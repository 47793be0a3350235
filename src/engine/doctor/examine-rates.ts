import type { Account } from '../../client/account.ts';
import { memberOf } from '../../client/answer.ts';
import type { Conversation } from '../../client/converse.ts';
import { rateLimitWaitMs } from '../../client/rate-limit.ts';
import type { Finding } from '../../model/diagnosis.ts';
import type { BareGround } from '../bare-ground.ts';
import { answered } from './answered.ts';
import { ask } from './ask.ts';
import { recipesFor } from './recipes.ts';

/** What a whole run asks for, about, and how many users it spreads that over. */
const ofRun = { rooms: 800, events: 4300, users: 12 };

/** More at once than stock limits allow. */
const burst = { rooms: 12, events: 15 };

/** Larger than what a careless proxy lets through, smaller than the 65,536 of an event. */
const largeText = 50_000;

type Limit = { readonly after: number; readonly waitMs: number; readonly last: Conversation };

/**
 * Makes rooms and sets state, fast: can it be done, and is it limited? Leaves a dozen rooms behind.
 * @param roomVersion none where the homeserver does not say which it has.
 */
export async function examineRates(
  ground: BareGround,
  { account, roomVersion, software }: { account: Account; roomVersion: string; software: string },
): Promise<readonly Finding[]> {
  const body = roomVersion === '' ? {} : { room_version: roomVersion };
  let roomId: unknown;
  const makeRoom = async () => {
    const made = await ask(ground, 'createRoom', { body }, account);
    roomId ??= made.answer === undefined ? undefined : memberOf(made.answer, 'room_id');
    return made;
  };
  const rooms = await untilLimited(burst.rooms, makeRoom);
  if (typeof roomId !== 'string') {
    // A run waits where a limit was used up before, and makes its rooms then.
    if (isLimited(rooms)) return [limits({ rooms }, software)];
    const said = 'No room can be made.';
    return [{ check: 'a room', state: 'bad', said, answered: answered(rooms.last.exchange) }];
  }
  const args = { roomId, eventType: 'org.example.conformance', stateKey: '' };
  const setState = (value: string) =>
    ask(ground, 'setRoomStateWithKey', { ...args, body: { value } }, account);
  const large = await setState('x'.repeat(largeText));
  const events = await untilLimited(burst.events, (index) => setState(String(index)));
  return [
    { check: 'a room', state: 'good', said: 'It can be made.' },
    ...largeBody(large),
    ...brokenDown('a second room', rooms),
    ...brokenDown('a state event', events),
    ...(isTold(rooms) && isTold(events) ? [limits({ rooms, events }, software)] : []),
  ];
}

function isLimited({ last: { answer } }: Limit): boolean {
  return answer?.status === 429;
}

/** Whether it was seen to be limited, or not to be. */
function isTold(one: Limit): boolean {
  return isLimited(one) || one.last.answer?.status === 200;
}

function brokenDown(check: string, one: Limit): readonly Finding[] {
  if (isTold(one)) return [];
  const said = 'It is not taken, though one like it was: whether there are limits cannot be seen.';
  return [{ check, state: 'note', said, answered: answered(one.last.exchange) }];
}

async function untilLimited(
  count: number,
  send: (index: number) => Promise<Conversation>,
): Promise<Limit> {
  for (let index = 0; ; index += 1) {
    const last = await send(index);
    const { answer } = last;
    if (answer?.status === 429) {
      const json = answer.json.ok ? answer.json.value : undefined;
      const waitMs = rateLimitWaitMs(answer.headers, json, 0, Date.now());
      return { after: index, waitMs, last };
    }
    if (index === count - 1 || answer?.status !== 200) return { after: index, waitMs: 0, last };
  }
}

function largeBody({ answer, exchange }: Conversation): readonly Finding[] {
  if (answer?.status === 200)
    return [{ check: 'a large body', state: 'good', said: 'It is taken.' }];
  if (answer?.status === 429) return [];
  const said = `State of ${largeText / 1000} kB is not taken, though an event may have 64: a reverse proxy may be in the way (client_max_body_size of nginx).`;
  return [{ check: 'a large body', state: 'note', said, answered: answered(exchange) }];
}

type Seen = { readonly rooms: Limit; readonly events?: Limit };

function limits({ rooms, events }: Seen, software: string): Finding {
  const check = 'rate limits';
  const [slow] = [rooms, events].filter((one) => one !== undefined && one.waitMs > 0);
  if (slow === undefined) {
    const said = `None was met by ${burst.rooms} rooms and ${burst.events} state events in a row.`;
    return { check, state: 'good', said };
  }
  const told = (what: string, one: Limit | undefined) => {
    if (one === undefined || one.waitMs === 0) return [];
    const { after, waitMs } = one;
    const then = `${what} one in ${(waitMs / 1000).toFixed(1)} s`;
    return [
      after === 0 ? then : `${after} ${what} in a row, then one in ${(waitMs / 1000).toFixed(1)} s`,
    ];
  };
  const all = [...told('rooms', rooms), ...told('state events', events)].join('; ');
  const ms =
    Math.max(rooms.waitMs * ofRun.rooms, (events?.waitMs ?? 0) * ofRun.events) / ofRun.users;
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const said = `A user gets ${all}. A whole run would take some ${minutes} min, waiting for the most part; --rate-limit-wait, 600 s where it is not given, bounds that, and what is left then ends as inconclusive.`;
  const shown = { answered: answered(slow.last.exchange) };
  return { check, state: 'note', said, ...shown, recipes: recipesFor('no rate limits', software) };
}
