import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { breakOff } from './break-off.ts';
import { startOrigin } from './wire.fixture.ts';

describe('a connection that is broken off', () => {
  test.each<[string, (socket: Socket) => unknown]>([
    ['open', () => {}],
    ['ended a moment ago', (socket) => socket.end()],
    ['ended some time ago', (socket) => once(socket.end(), 'finish')],
    ['ended with something to say', (socket) => socket.end('bye')],
    ['told something', (socket) => socket.write('hello')],
  ])('is closed where it was %s, on both sides', async (_, before) => {
    const origin = await startOrigin();
    const socket = connect(origin.port, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    const server = await origin.next();
    server.socket.on('end', () => server.end());
    const closed = new Promise((resolve) => socket.once('close', () => resolve('closed')));
    await before(socket);
    breakOff(socket);
    const late = new Promise((resolve) => setTimeout(resolve, 2000, 'still open'));
    expect(await Promise.race([closed, late])).toBe('closed');
    await expect.poll(() => server.socket.destroyed).toBe(true);
  });
});
