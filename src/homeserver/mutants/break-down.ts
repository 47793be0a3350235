import type { Homeserver } from '../homeserver.ts';
import type { Call } from '../http/call.ts';
import { changeCall } from './change-call.ts';

/** Has an operation break down, with 500, where it is called in some way. */
export function breakDown(
  homeserver: Homeserver,
  operationId: string,
  isTooMuch: (call: Call) => boolean,
): void {
  changeCall(homeserver, operationId, (call) => {
    if (isTooMuch(call)) throw new Error('an unforeseen case');
    return {};
  });
}
