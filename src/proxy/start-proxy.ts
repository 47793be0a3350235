import { once } from 'node:events';
import { type AddressInfo, createServer, isIPv6 } from 'node:net';
import type { Spoken } from '../traffic/spoken.ts';
import { createDial } from './dial.ts';
import { KeptBytes } from './kept-bytes.ts';
import { Passage, type PassageWay } from './passage.ts';

/** What passes where, and who is told of it. */
export interface ProxyOptions {
  /** `http:` or `https:`; a path in it is put before that of each request. */
  readonly target: URL;
  /** The name or address to listen on. */
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Bytes of a body that are kept for `onExchange`; larger ones pass without being kept. */
  readonly largestKept: number;
  /** Of all that is under way together; 64 MiB where none are given. */
  readonly keptBytes?: KeptBytes;
  /** Told each exchange after it has passed, with the path that the client asked for. */
  readonly onExchange: (spoken: Spoken) => void;
  /** Told of requests that `onExchange` is never told of: why, and how many. */
  readonly onNotJudged: (why: string, count: number) => void;
  /** Told what could not be passed or judged. No sentence holds a path, which may hold a token. */
  readonly onTrouble: (sentence: string) => void;
}

/** Of all that is under way, in bytes: some bodies of the largest size. */
const mostKept = 64 * 1024 * 1024;

/** A proxy that listens. */
export interface RunningProxy {
  readonly url: string;
  /** How many requests have come. */
  readonly requests: number;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

/**
 * Passes HTTP/1.1 through, byte for byte, to a homeserver: each connection of a client has one of
 * its own there, and what comes from one goes to the other as it is and when it comes. Heads,
 * bodies, trailers, `100 Continue`, upgrades and the way in which a connection ends are therefore
 * those of the other side. Two things are changed in a request: `Host` becomes the target's own,
 * as homeservers behind a name and TLS demand it, and the target's path is put before its own. What
 * a head cannot be read of passes all the same, unchanged.
 *
 * @throws Error of Node where it cannot listen there
 */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const { target, host, port, onExchange, onNotJudged, onTrouble } = options;
  const passages = new Set<Passage>();
  let requests = 0;
  const guard = (tell: () => void) => {
    try {
      tell();
    } catch (error) {
      onTrouble(`An exchange is not judged: ${error instanceof Error ? error.message : error}`);
    }
  };
  const way: PassageWay = {
    dial: createDial(target),
    host: target.host,
    prefix: target.pathname.replace(/\/+$/, ''),
    largestKept: options.largestKept,
    keptBytes: options.keptBytes ?? new KeptBytes(mostKept),
    onRequest() {
      requests += 1;
    },
    onTrouble,
    onExchange: (spoken) => guard(() => onExchange(spoken)),
    onNotJudged: (why, count) => guard(() => onNotJudged(why, count)),
    explain: (error) => `${target.origin} cannot be reached: ${reasonOf(error)}`,
  };
  const server = createServer({ allowHalfOpen: true, noDelay: true, keepAlive: true }, (client) => {
    const passage = new Passage(client, way);
    passages.add(passage);
    client.once('close', () => passages.delete(passage));
  });
  server.listen(port, host);
  await once(server, 'listening');
  server.on('error', (error) => onTrouble(`A connection was not taken: ${error.message}`));
  const address = server.address() as AddressInfo;
  const shown = isIPv6(address.address) ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}`,
    get requests() {
      return requests;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const passage of passages) passage.destroy();
      await closed;
    },
  };
}

/** Node leaves the message empty where it has tried several addresses. */
function reasonOf(error: Error & { readonly code?: string }): string {
  const several = error instanceof AggregateError ? error.errors : [];
  const messages = several.map((one) => (one instanceof Error ? one.message : String(one)));
  const said = [error.message, ...messages].filter((message) => message !== '').join(', ');
  return said || (error.code ?? 'no reason is known');
}
