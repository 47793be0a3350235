import type { Pdu } from '../../events/event-id.ts';
import type { Homeserver } from '../../homeserver.ts';
import { isCustom } from '../is-custom.ts';

/** Measures events in another way. */
export function measureEvents(
  homeserver: Homeserver,
  sizeOf: (pdu: Pdu, size: number) => number,
): void {
  const sound = homeserver.identify;
  homeserver.identify = (pdu, ...rest) => {
    const { id, size } = sound(pdu, ...rest);
    return { id, size: isCustom(pdu.type) ? sizeOf(pdu, size) : size };
  };
}
