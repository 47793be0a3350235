import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createDice, makeUpExchange } from './made-up-exchange.fixture.ts';

const oddities = ['garbage\r\n\r\n', 'GET  / HTTP/1.1\r\n\r\n', 'zz\r\n', '\r\n\r\n', '\0'];

/** What one side says: whole messages, something odd among them now and then, cut off anywhere. */
function madeUp(dice: () => number, side: 'request' | 'answer'): Buffer {
  const messages = Array.from({ length: 1 + dice() * 5 }, () => {
    const odd = oddities[Math.floor(dice() * 40)];
    return odd === undefined ? makeUpExchange(dice, 60_000)[side] : Buffer.from(odd, 'latin1');
  });
  const all = Buffer.concat(messages);
  return dice() < 0.2 ? all : all.subarray(0, dice() * all.length);
}

/** Ends in any of the ways in which connections end; or leaves that to the other side. */
function endSomehow(socket: Socket, dice: () => number): void {
  const way = dice();
  if (way < 0.3) socket.destroy();
  else if (way < 0.6) socket.resetAndDestroy();
  else if (way < 0.9) socket.end();
}

async function say(socket: Socket, bytes: Buffer, dice: () => number): Promise<void> {
  const size = 1 + bytes.length * dice();
  for (let at = 0; at < bytes.length && !socket.destroyed; at += size) {
    socket.write(bytes.subarray(at, at + size));
    await turn();
  }
}

/** A homeserver that breaks off anywhere, and answers what nobody has asked. */
export async function startUnsteady(seed: number): Promise<string> {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const dice = createDice(seed + count++);
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.once('data', async () => {
      if (dice() < 0.1) return;
      await say(socket, madeUp(dice, 'answer'), dice);
      endSomehow(socket, dice);
    });
    // Where it has nothing to say itself, it goes when the other side has gone.
    socket.on('data', () => {}).on('end', () => setTimeout(() => socket.end(), 20));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** As many clients at once, each of which says something, and breaks off anywhere. */
export async function abortMany(url: string, count: number, seed: number): Promise<void> {
  const port = Number(new URL(url).port);
  const clients = Array.from({ length: count }, async (_, index) => {
    const dice = createDice(seed + index);
    const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {}).on('data', () => {});
    await Promise.race([once(socket, 'connect').catch(() => {}), closed]);
    await say(socket, madeUp(dice, 'request'), dice);
    endSomehow(socket, dice);
    // Whoever left it to the other side does not wait for ever.
    const late = setTimeout(() => socket.destroy(), 100 + 200 * dice());
    await closed;
    clearTimeout(late);
  });
  await Promise.all(clients);
}
