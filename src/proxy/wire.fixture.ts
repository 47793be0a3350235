import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** What one side saw of a connection. */
export interface Seen {
  readonly bytes: number;
  readonly sha256: string;
  /** The beginning, for a person: one character a byte. */
  readonly text: string;
  readonly ended: 'orderly' | 'broken' | undefined;
}

const shown = 64 * 1024;

/** One end of a raw connection: says and hears bytes. */
export class Wire {
  readonly socket: Socket;
  /** What `Host: hs` becomes in what is said. */
  host = 'hs';
  readonly #moves = new EventEmitter();
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #text = '';
  #recent = '';
  #ended: Seen['ended'];

  constructor(socket: Socket) {
    this.socket = socket;
    const move = () => this.#moves.emit('move');
    const end = (how: 'orderly' | 'broken') => () => {
      this.#ended ??= how;
      move();
    };
    socket.on('data', (bytes) => {
      this.#hash.update(bytes);
      this.#bytes += bytes.length;
      const tail = bytes.toString('latin1', Math.max(0, bytes.length - shown));
      if (this.#text.length < shown) this.#text += tail;
      this.#recent = this.#recent.slice(-shown) + tail;
      move();
    });
    socket.on('drain', move);
    socket.on('end', end('orderly'));
    socket.on('error', end('broken'));
    socket.on('close', end('broken'));
  }

  /** The beginning of it. */
  get heard(): string {
    return this.#text;
  }

  get seen(): Seen {
    const isShown = this.#bytes <= shown;
    return {
      bytes: this.#bytes,
      sha256: this.#hash.copy().digest('hex'),
      text: isShown ? this.#text : '',
      ended: this.#ended,
    };
  }

  /** Heads are text, one character a byte. Slowly: in so many pieces, with pauses. */
  async say(what: string | Buffer, pieces = 1): Promise<void> {
    const named =
      typeof what === 'string' ? what.replaceAll('Host: hs', `Host: ${this.host}`) : what;
    const bytes = typeof named === 'string' ? Buffer.from(named, 'latin1') : named;
    const size = Math.max(1, Math.ceil(bytes.length / pieces));
    for (let at = 0; at < bytes.length && !this.socket.destroyed; at += size) {
      this.socket.write(bytes.subarray(at, at + size));
      while (this.socket.writableNeedDrain && !this.socket.destroyed) await this.#move();
      if (pieces > 1) await delay(1);
    }
  }

  /** Waits until this has come; fails where the end comes first. */
  async hear(text: string): Promise<void> {
    while (!this.#recent.includes(text)) {
      if (this.#ended !== undefined) throw new Error(`the end came before ${JSON.stringify(text)}`);
      await this.#move();
    }
  }

  /** Waits for as many bytes in all. */
  async hearBytes(count: number): Promise<void> {
    while (this.#bytes < count) {
      if (this.#ended !== undefined) throw new Error(`the end came after ${this.#bytes} bytes`);
      await this.#move();
    }
  }

  /** Waits for the end of what the other side says. */
  async hearEnd(): Promise<void> {
    while (this.#ended === undefined) await this.#move();
  }

  end(): void {
    this.socket.end();
  }

  async #move(): Promise<void> {
    await once(this.#moves, 'move');
  }
}

/** A server that speaks raw bytes: each connection is told to the newest listener. */
export interface Origin {
  readonly url: string;
  readonly port: number;
  /** The next connections. */
  next(): Promise<Wire>;
}

/** An origin that ends with the test. */
export async function startOrigin(): Promise<Origin> {
  const wires: Wire[] = [];
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    wires.push(new Wire(socket));
    server.emit('wire');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const all: Wire[] = [];
  onTestFinished(() => {
    for (const { socket } of all) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async next() {
      for (;;) {
        const wire = wires.shift();
        if (wire !== undefined) {
          all.push(wire);
          return wire;
        }
        await once(server, 'wire');
      }
    },
  };
}

/** A raw connection to a server on this machine. */
export function dialTo(url: string): Wire {
  const { hostname, port } = new URL(url);
  const socket = connect({
    host: hostname,
    port: Number(port),
    allowHalfOpen: true,
    noDelay: true,
  });
  onTestFinished(() => {
    socket.destroy();
  });
  return new Wire(socket);
}
