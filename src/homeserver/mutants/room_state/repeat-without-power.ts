import { canonicalJson } from '../../events/canonical-json.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { sparePower } from './spare-power.ts';

const repeat = killedBy('room_state', 'a-member-below-the-power-level-may-not-repeat-the-state');

/** Faults in what a member without the power may put once more. */
export const repeatWithoutPowerMutants: readonly Mutant[] = [
  {
    id: 'a-repeated-put-takes-no-power',
    fault: 'Whoever puts what the entry holds already needs no power.',
    killedBy: repeat,
    mutate: (homeserver) =>
      sparePower(homeserver, ({ type, stateKey, content }, room) => {
        const current = stateEvent(room.state, type, stateKey)?.content;
        return isCustom(type) && !!current && canonicalJson(current) === canonicalJson(content);
      }),
  },
  {
    id: 'a-repeated-put-of-flat-content-takes-no-power',
    fault:
      'Whoever puts members that the entry holds already, none of them nested, needs no power.',
    killedBy: repeat,
    mutate: (homeserver) =>
      sparePower(homeserver, ({ type, stateKey, content }, room) => {
        const current = stateEvent(room.state, type, stateKey)?.content;
        const members = Object.entries(content);
        return isCustom(type) && !!current && members.every(([name, one]) => current[name] === one);
      }),
  },
  ...['m.room.name', 'm.room.topic', 'm.room.power_levels'].map(
    (type): Mutant => ({
      id: `a-repeated-${type.replaceAll(/[._]/g, '-')}-takes-no-power`,
      fault: `Whoever puts what ${type} holds already needs no power.`,
      killedBy: repeat,
      mutate: (homeserver) =>
        sparePower(homeserver, (event, { state }) => {
          const current = stateEvent(state, event.type, event.stateKey)?.content;
          const isSame = !!current && canonicalJson(current) === canonicalJson(event.content);
          return event.type === type && isSame;
        }),
    }),
  ),
  {
    id: 'a-repeated-put-of-nothing-takes-no-power',
    fault: 'Whoever puts {} where the entry holds {} needs no power.',
    killedBy: repeat,
    mutate: (homeserver) =>
      sparePower(homeserver, ({ type, stateKey, content }, room) => {
        const current = stateEvent(room.state, type, stateKey)?.content;
        return !!current && [current, content].every((one) => Object.keys(one).length === 0);
      }),
  },
  ...['1', '4', '8', '12'].map(
    (version): Mutant => ({
      id: `a-repeated-put-takes-no-power-in-version-${version}`,
      fault: `In rooms of version ${version} whoever puts what the entry holds needs no power.`,
      killedBy: repeat,
      mutate: (homeserver) =>
        sparePower(homeserver, ({ type, stateKey, content }, room) => {
          const current = stateEvent(room.state, type, stateKey)?.content;
          const isSame = !!current && canonicalJson(current) === canonicalJson(content);
          return room.version === version && isCustom(type) && isSame;
        }),
    }),
  ),
];
