import type { IncomingMessage } from 'node:http';
import { MatrixError } from './matrix-error.ts';

/** The most that one user may write at the same moment, in requests. */
const most = 20;
/** What comes at once is gathered until nothing has come for so long, in ms. */
const quietMs = 100;
/** How often the sockets are looked at before one request is taken to have come alone. */
const lookouts = 16;

/** Requests of one user that came at the same moment. */
interface Crowd {
  size: number;
  readonly isOver: Promise<void>;
  /** Tells the crowd that there is one more. */
  grow(): void;
}

/**
 * Limits what is written at the same moment (client-server-api/#rate-limiting). Who writes one
 * state entry after another never notices it; of several at once, all have to wait until no more
 * come, and those beyond the most are refused: a 429 M_LIMIT_EXCEEDED is thrown. Gathering them
 * first makes it the same ones each time, however fast the homeserver is.
 */
export function gatherer(): (request: IncomingMessage) => Promise<void> {
  const crowds = new Map<string, Crowd>();
  return async ({ method, url = '', headers }) => {
    if (method !== 'PUT' || !url.includes('/state/')) return;
    const who = `${headers.authorization} ${/[?&]user_id=[^&]*/.exec(url)}`;
    const crowd = crowds.get(who) ?? begin(() => crowds.delete(who));
    crowds.set(who, crowd);
    crowd.grow();
    if (crowd.size > most) {
      const more = { retry_after_ms: 1000 };
      throw new MatrixError(429, 'M_LIMIT_EXCEEDED', 'Too many', more, { 'Retry-After': '1' });
    }
    await crowd.isOver;
  };
}

function begin(end: () => void): Crowd {
  let over = () => {};
  let timer: NodeJS.Timeout | undefined;
  const crowd: Crowd = {
    size: 0,
    isOver: new Promise((resolve) => {
      over = () => {
        end();
        resolve();
      };
    }),
    grow() {
      crowd.size += 1;
      if (crowd.size === 1) return after(lookouts, () => crowd.size === 1 && over());
      clearTimeout(timer);
      timer = setTimeout(endIfQuiet, quietMs);
    },
  };
  // In a busy process the time may be over before the sockets were looked at.
  const endIfQuiet = () => {
    const { size } = crowd;
    after(lookouts, () => crowd.size === size && over());
  };
  return crowd;
}

/** Calls back when the event loop has gone round so often: each time it may take one connection. */
function after(turns: number, then: () => void): void {
  setImmediate(() => (turns <= 1 ? then() : after(turns - 1, then)));
}
