import type { Homeserver } from '../../homeserver.ts';
import { changeCall } from '../change-call.ts';

/** Has PUT, and not GET, misread the state key. */
export function changePutKey(homeserver: Homeserver, change: (key: string) => string): void {
  changeCall(homeserver, 'setRoomStateWithKey', ({ params }) =>
    params.stateKey === undefined
      ? {}
      : { params: { ...params, stateKey: change(params.stateKey) } },
  );
}
