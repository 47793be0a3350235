import type { KeptBytes } from './kept-bytes.ts';

/** How much is kept of what passes, until it is told. */
export interface Keeping {
  /** Bytes of one body: nothing is kept of what is larger. */
  readonly largestKept: number;
  /** Of all that is under way. */
  readonly keptBytes: KeptBytes;
}
