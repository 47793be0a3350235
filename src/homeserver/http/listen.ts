import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens. */
export interface RunningHomeserver {
  /** Its base URL, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections at once and forgets everything. */
  close(): Promise<void>;
}

/** Idle connections stay open for this long, in milliseconds: longer than a whole run is idle. */
const keepAliveMs = 60_000;

/** Serves HTTP. Rejects with the system's error where it cannot listen. */
export async function listen(
  answer: RequestListener,
  port = 0,
  host = '127.0.0.1',
): Promise<RunningHomeserver> {
  const server = createServer({ keepAliveTimeout: keepAliveMs }, answer);
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
