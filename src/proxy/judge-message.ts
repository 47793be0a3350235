import type { TrafficResult } from '../model/traffic.ts';
import type {
  CollectorOptions,
  TrafficCollector,
  TrafficFrame,
} from '../traffic/traffic-collector.ts';
import type { PackedExchanges } from './pack-exchanges.ts';

/** What the thread is started with: plain data. */
export interface JudgeWorkerData extends CollectorOptions {
  /** A source of a specification, as `--spec` takes it. */
  readonly specification: string;
  /** What reports call it; its source where none is given. */
  readonly specificationName?: string;
  /** The homeserver, as reports name it: what is handed over before the end says it already. */
  readonly source?: string;
}

/** What is said to the thread. */
export type JudgeMessage =
  | { readonly kind: 'judge'; readonly packed: PackedExchanges }
  | { readonly kind: 'finish'; readonly frame: TrafficFrame };

/**
 * What the thread says: `counts` after each batch, which asks for the next, and from time to time
 * what all of it came to so far, in case that it breaks.
 */
export type JudgeReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unready'; readonly why: string }
  | { readonly kind: 'counts'; readonly counts: ReturnType<TrafficCollector['counts']> }
  | SoFar
  | { readonly kind: 'result'; readonly result: TrafficResult };

/** A result as bytes, which `resultSoFar` reads, and the counts of that moment. */
export interface SoFar {
  readonly kind: 'so far';
  readonly counts: ReturnType<TrafficCollector['counts']>;
  readonly bytes: ArrayBuffer;
}
