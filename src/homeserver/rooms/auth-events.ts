import type { Draft } from '../events/room-event.ts';
import type { Room } from './room.ts';
import { stateEvent } from './room-state.ts';
import { hasCreators } from './room-version.ts';

/** The ids of the events that allow another (server-server-api/#auth-events-selection). */
export function authEvents(room: Pick<Room, 'state' | 'version'>, draft: Draft): readonly string[] {
  const wanted = [
    stateEvent(room.state, 'm.room.power_levels'),
    stateEvent(room.state, 'm.room.member', draft.sender),
  ];
  if (!hasCreators(room.version)) wanted.push(stateEvent(room.state, 'm.room.create'));
  if (draft.type === 'm.room.member') {
    wanted.push(stateEvent(room.state, 'm.room.member', draft.stateKey));
    const { membership } = draft.content;
    if (membership === 'join' || membership === 'invite' || membership === 'knock') {
      wanted.push(stateEvent(room.state, 'm.room.join_rules'));
    }
  }
  return [...new Set(wanted.flatMap((event) => (event === undefined ? [] : [event.id])))];
}
