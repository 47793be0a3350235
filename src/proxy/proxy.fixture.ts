import { onTestFinished } from 'vitest';
import type { Spoken } from '../traffic/spoken.ts';
import { type ProxyOptions, type RunningProxy, startProxy } from './start-proxy.ts';
import { dialTo, type Origin, type Seen, startOrigin, type Wire } from './wire.fixture.ts';

/** A proxy that ends with the test, and all that it told. */
export interface WatchedProxy extends RunningProxy {
  readonly exchanges: readonly Spoken[];
  readonly troubles: readonly string[];
  /** How many were not judged, by why not. */
  readonly notJudged: Readonly<Record<string, number>>;
}

export async function startWatched(
  target: string,
  options: Partial<ProxyOptions> = {},
): Promise<WatchedProxy> {
  const exchanges: Spoken[] = [];
  const troubles: string[] = [];
  const notJudged: Record<string, number> = {};
  const proxy = await startProxy({
    target: new URL(target),
    host: '127.0.0.1',
    port: 0,
    largestKept: 1024 * 1024,
    onExchange: (spoken) => exchanges.push(spoken),
    onNotJudged(why, count) {
      notJudged[why] = (notJudged[why] ?? 0) + count;
    },
    onTrouble: (sentence) => troubles.push(sentence),
    ...options,
  });
  onTestFinished(() => proxy.close());
  return Object.assign(proxy, { exchanges, troubles, notJudged });
}

/** What each side of a connection does. */
export interface Play {
  client(wire: Wire): Promise<void>;
  origin(wire: Wire): Promise<void>;
}

/** What each side saw of it. */
export interface Played {
  readonly client: Seen;
  readonly origin: Seen;
}

/** Plays it directly, and then with the proxy between. */
export async function playTwice(
  play: Play,
): Promise<{ readonly direct: Played; readonly passed: Played; readonly proxy: WatchedProxy }> {
  const origin = await startOrigin();
  const proxy = await startWatched(origin.url);
  const direct = await playOnce(play, origin.url, origin);
  const passed = await playOnce(play, proxy.url, origin);
  return { direct, passed, proxy };
}

async function playOnce(play: Play, url: string, origin: Origin): Promise<Played> {
  const client = dialTo(url);
  client.host = `127.0.0.1:${origin.port}`;
  const server = origin.next();
  await Promise.all([play.client(client), server.then((wire) => play.origin(wire))]);
  return { client: client.seen, origin: (await server).seen };
}
