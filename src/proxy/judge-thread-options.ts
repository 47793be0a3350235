import type { JudgeWorkerData } from './judge-message.ts';
import type { WaitingBounds } from './waiting-exchanges.ts';

/** How far the judge is. Of all exchanges, each was judged, or was not, or still waits. */
export interface JudgeCounts {
  readonly exchanges: number;
  readonly judged: number;
  readonly notJudged: number;
  readonly findings: number;
}

/** How the judge is made, and who is told of it. */
export interface JudgeThreadOptions extends JudgeWorkerData {
  /** What may wait: 4096 exchanges and 64 MiB where nothing is said. */
  readonly most?: WaitingBounds;
  /** Told at most every 250 ms. */
  readonly onCounts?: (counts: JudgeCounts) => void;
  /** Told once, where the thread breaks. */
  readonly onTrouble?: (sentence: string) => void;
  /** Another worker; its own where none is given. */
  readonly worker?: URL;
}
