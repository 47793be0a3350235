import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { portOf } from './port-of.ts';

/** Opens connections to one homeserver. */
export interface Dial {
  (): Socket;
  /** What a connection emits when it is ready. */
  readonly ready: 'connect' | 'secureConnect';
}

/** The connections wait as long as the other side does: nothing here has a timeout. */
export function createDial(target: URL): Dial {
  const isTls = target.protocol === 'https:';
  const host = target.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = portOf(target);
  const place = { host, port, noDelay: true, allowHalfOpen: true };
  if (!isTls) return Object.assign(() => connect(place), { ready: 'connect' as const });
  let session: Buffer | undefined;
  const dial = () => {
    const socket = connectTls({
      ...place,
      ALPNProtocols: ['http/1.1'],
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(session === undefined ? {} : { session }),
    });
    // The next connection need not shake hands all over again.
    socket.on('session', (given: Buffer) => {
      session = given;
    });
    return socket;
  };
  return Object.assign(dial, { ready: 'secureConnect' as const });
}
