import type { Homeserver } from '../../homeserver.ts';

/** How the path of a state entry is written. */
export type PathForm = 'with a key' | 'with the slash' | 'without the slash';

/** What is known of the request that is being answered, before its operation is called. */
export interface RequestUnderWay {
  operationId: string;
  /** Undefined for a path that is none of a state entry. */
  form: PathForm | undefined;
  roomId: string;
  type: string;
  key: string;
}

/** Follows the requests of a homeserver: from its path to its operation, each is answered alone. */
export function requestUnderWay(homeserver: Homeserver): RequestUnderWay {
  const current: RequestUnderWay = {
    operationId: '',
    form: undefined,
    roomId: '',
    type: '',
    key: '',
  };
  const { segments } = homeserver.wire;
  homeserver.wire.segments = (path) => {
    const found = segments(path);
    const [roomId = '', state, type = '', key] = found.slice(5);
    const isEntry = state === 'state' && type !== '';
    Object.assign(current, {
      form: isEntry ? formOf(key) : undefined,
      roomId: decoded(roomId),
      type: decoded(type),
      key: decoded(key ?? ''),
    });
    return found;
  };
  const { limit } = homeserver;
  homeserver.limit = (operationId) => {
    current.operationId = operationId;
    limit(operationId);
  };
  return current;
}

function formOf(key: string | undefined): PathForm {
  if (key === undefined) return 'without the slash';
  return key === '' ? 'with the slash' : 'with a key';
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
