import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHomeserver } from './homeserver.ts';
import type { HomeserverOptions } from './homeserver-options.ts';
import { answer } from './http/answer.ts';

/** How a reference homeserver is set up, and where it listens. */
export interface StartOptions extends HomeserverOptions {
  /** The TCP port; 0, or nothing, picks a free one. */
  readonly port?: number;
  /** The address; 127.0.0.1 when left out. */
  readonly host?: string;
}

/** A homeserver that listens. */
export interface RunningHomeserver {
  /** Its base URL, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections at once and forgets everything. */
  close(): Promise<void>;
}

/** Idle connections stay open for this long, in milliseconds: longer than a whole run is idle. */
const keepAliveMs = 60_000;

/**
 * Starts the reference homeserver: in memory, without federation, without encryption over HTTP.
 * Rejects with the system's error where it cannot listen, as on a port that is taken.
 */
export async function startHomeserver(options: StartOptions = {}): Promise<RunningHomeserver> {
  const { port = 0, host = '127.0.0.1', mutant } = options;
  const homeserver = createHomeserver(options);
  mutant?.mutate(homeserver);
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    answer(homeserver, request, gone.signal).then(
      (reply) => {
        const { status, headers, text } = homeserver.wire.write(reply, request);
        const length = { 'Content-Length': Buffer.byteLength(text) };
        response.writeHead(status, { ...headers, ...length }).end(text);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
