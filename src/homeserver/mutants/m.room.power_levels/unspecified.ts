import { isObject } from '../../events/json.ts';
import { ok } from '../../http/call.ts';
import { breakDown } from '../break-down.ts';
import { changeRefusal } from '../change-refusal.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const suite = 'm.room.power_levels';
const put = 'setRoomStateWithKey';
const odd = killedBy(suite, 'odd-power-levels-are-answered-in-good-order');
const old = killedBy(suite, 'malformed-levels-before-version-10-are-answered-in-good-order');

/** Faults before power levels of which the specification does not say what becomes of them. */
export const unspecifiedMutants: readonly Mutant[] = [
  {
    id: 'levels-under-a-state-key-are-too-much',
    fault: 'Power levels under a state key are answered with 500.',
    killedBy: odd,
    mutate: (homeserver) =>
      breakDown(homeserver, put, ({ params }) => params.eventType === suite && !!params.stateKey),
  },
  {
    id: 'unknown-levels-are-too-much',
    fault: 'Power levels with a member that is not known and an object are answered with 500.',
    killedBy: odd,
    mutate: (homeserver) =>
      breakDown(homeserver, put, ({ params, body }) =>
        Object.keys(body).some(
          (name) => params.eventType === suite && name.startsWith('org.') && isObject(body[name]),
        ),
      ),
  },
  {
    id: 'levels-without-users-are-too-much',
    fault: 'Power levels without any member are answered with 500.',
    killedBy: odd,
    mutate: (homeserver) =>
      breakDown(
        homeserver,
        put,
        ({ params, body }) => params.eventType === suite && Object.keys(body).length === 0,
      ),
  },
  ...(
    [
      ['null', 'null', 'ban', (value) => value === null],
      ['words', 'a word', 'kick', (value) => typeof value === 'string' && /[a-z]/.test(value)],
      ['objects', 'an object', 'state_default', isObject],
      ['lists', 'a list in place of events', 'events', Array.isArray],
      ['numbers', 'a number in place of notifications', 'notifications', Number.isInteger],
    ] satisfies [string, string, string, (value: unknown) => boolean][]
  ).map(
    ([id, words, name, isOne]): Mutant => ({
      id: `levels-that-are-${id}-are-too-much`,
      fault: `Power levels of a room before version 10 with ${words} are answered with 500.`,
      killedBy: old,
      mutate: (homeserver) =>
        breakDown(homeserver, put, ({ params, body }) => {
          const version = Number(homeserver.rooms.get(params.roomId ?? '')?.version);
          return params.eventType === suite && version < 10 && isOne(body[name]);
        }),
    }),
  ),
  {
    id: 'malformed-levels-under-a-state-key-are-refused-in-html',
    fault: 'Malformed power levels under a state key are refused with a page for people.',
    killedBy: odd,
    mutate: (homeserver) =>
      changeRefusal(homeserver, put, ({ status }, { params }) =>
        params.eventType === suite && params.stateKey
          ? { ...ok({ message: 'Bad request' }), status }
          : undefined,
      ),
  },
];
