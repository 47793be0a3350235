import type { Stop } from '../model/transcript.ts';

/** Thrown to end a scenario before its end. Without a `stop`, the violation on the tape says why. */
export class StopScenario extends Error {
  override readonly name = 'StopScenario';
  readonly stop: Stop | undefined;

  constructor(stop?: Stop) {
    super(stop?.reason ?? 'a requirement was seen broken');
    this.stop = stop;
  }
}

/** The way to the point went wrong; nothing can be said of the point. */
export function inconclusive(reason: string): StopScenario {
  return new StopScenario({ verdict: 'inconclusive', reason });
}

/** The homeserver, or what was given to reach it, lacks something that it may lack. */
export function unsupported(reason: string): StopScenario {
  return new StopScenario({ verdict: 'unsupported', reason });
}
