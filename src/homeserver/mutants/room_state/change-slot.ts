import type { Homeserver } from '../../homeserver.ts';
import { isCustom } from '../is-custom.ts';

/** Keeps and looks up the entries of custom types in other places. */
export function changeSlot(
  homeserver: Homeserver,
  slotOf: (type: string, stateKey: string) => string,
): void {
  const { write, read } = homeserver.state;
  homeserver.state.write = (state, event) => {
    if (event.stateKey === undefined || !isCustom(event.type)) write(state, event);
    else state.set(slotOf(event.type, event.stateKey), event);
  };
  homeserver.state.read = (state, type, stateKey) =>
    isCustom(type) ? state.get(slotOf(type, stateKey)) : read(state, type, stateKey);
}
