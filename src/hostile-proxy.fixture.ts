import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { startHomeserver } from './homeserver/start-homeserver.ts';

/** What a hostile homeserver does instead of answering. */
export interface Evil {
  readonly name: string;
  /** Writes whatever it likes to the connection; `elsewhere` is a second server that counts. */
  readonly answer: (socket: Socket, elsewhere: string) => void;
  /** Does so as soon as there is a connection, before any request was read. */
  readonly early?: boolean;
}

/** A homeserver that behaves soundly up to some point. */
export interface HostileHomeserver {
  readonly url: string;
  /** How often it was evil. */
  readonly evils: () => number;
  /** How many requests came to the second server. */
  readonly hitsElsewhere: () => number;
  readonly close: () => Promise<void>;
}

/** Is evil where the request's path says so, and else what the reference homeserver is. */
export async function startHostile(
  { answer, early = false }: Evil,
  isEvil: (path: string) => boolean,
): Promise<HostileHomeserver> {
  const sound = await startHomeserver();
  let evils = 0;
  let hits = 0;
  const elsewhere = createServer((_, response) => {
    hits += 1;
    response.end('{}');
  });
  const elsewhereUrl = await listen(elsewhere);
  const attack = (socket: Socket) => {
    evils += 1;
    answer(socket, elsewhereUrl);
  };
  const server = createServer((request, response) => {
    if (early) return;
    if (isEvil(request.url ?? '')) attack(request.socket);
    else forward(sound.url, request, response);
  });
  server.on('connection', (socket) => {
    socket.on('error', () => {});
    if (early) attack(socket);
  });
  const url = await listen(server);
  return {
    url,
    evils: () => evils,
    hitsElsewhere: () => hits,
    async close() {
      for (const one of [server, elsewhere]) {
        one.closeAllConnections();
        one.close();
      }
      await sound.close();
    },
  };
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function forward(to: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request;
  const onward = send(`${to}${request.url}`, { method, headers, path: request.url }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
    answered.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
