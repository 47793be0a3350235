import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import { changeCall } from '../change-call.ts';

/** Reads another `?ts=` than the one that a service gave; undefined takes it away. */
export function changeTime(
  homeserver: Homeserver,
  change: (given: string, call: Call) => string | undefined,
  isMeant: RegExp,
): void {
  changeCall(homeserver, 'setRoomStateWithKey', (call) => {
    const given = call.query.get('ts');
    const isService = call.session?.isApplicationService === true;
    if (!isService || given === null || !isMeant.test(given)) return {};
    const query = new URLSearchParams(call.query);
    const changed = change(given, call);
    if (changed === undefined) query.delete('ts');
    else query.set('ts', changed);
    return { query };
  });
}
