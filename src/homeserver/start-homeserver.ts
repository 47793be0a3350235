import { createHomeserver } from './homeserver.ts';
import type { HomeserverOptions } from './homeserver-options.ts';
import { listen, type RunningHomeserver } from './http/listen.ts';
import { listener } from './http/listener.ts';

/** How a reference homeserver is set up, and where it listens. */
export interface StartOptions extends HomeserverOptions {
  /** The TCP port; 0, or nothing, picks a free one. */
  readonly port?: number;
  /** The address; 127.0.0.1 when left out. */
  readonly host?: string;
}

/**
 * Starts the reference homeserver: in memory, without federation, without encryption over HTTP.
 * Rejects with the system's error where it cannot listen, as on a port that is taken.
 */
export async function startHomeserver(options: StartOptions = {}): Promise<RunningHomeserver> {
  const homeserver = createHomeserver(options);
  options.mutant?.mutate(homeserver);
  return listen(listener(homeserver), options.port, options.host);
}
