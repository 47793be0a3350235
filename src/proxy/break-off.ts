import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/**
 * Ends a connection at once, in a way that the other side cannot take for the end of a message.
 *
 * @param after `what was written`: that is sent first, as far as the other side reads it
 */
export function breakOff(socket: Socket, after?: 'what was written'): void {
  if (socket.destroyed) return;
  const destroy = () => {
    // One that is about to end cannot be reset: Node would lose sight of it, and never close it.
    const isEnding = socket.writableEnded && !socket.writableFinished;
    // A connection over TLS cannot be reset; without its last message it is cut off all the same.
    if (socket instanceof TLSSocket || socket.connecting || isEnding) socket.destroy();
    else socket.resetAndDestroy();
  };
  if (after === undefined || socket.writableLength === 0) destroy();
  else if (socket.writableEnded) socket.once('finish', destroy);
  else socket.write('', destroy);
}
