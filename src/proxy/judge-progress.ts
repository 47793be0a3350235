import type { TrafficFrame } from '../traffic/traffic-collector.ts';
import type { JudgeReply } from './judge-message.ts';
import type { JudgeCounts } from './judge-thread-options.ts';

type Seen = Extract<JudgeReply, { kind: 'counts' }>['counts'];

/** How far a judge is: what it has seen, and what never comes to it, or is lost with it. */
export class JudgeProgress {
  readonly #tell: (counts: JudgeCounts) => void;
  readonly #left: Record<string, number> = {};
  #seen: Seen = { exchanges: 0, judged: 0, findings: 0 };

  constructor(tell: (counts: JudgeCounts) => void) {
    this.#tell = tell;
  }

  /** What is not judged, by why not. */
  get left(): Readonly<Record<string, number>> {
    return this.#left;
  }

  /** What the judge says of itself. */
  see(seen: Seen): void {
    this.#seen = seen;
    this.#tellAll();
  }

  leave(why: string, count: number): void {
    if (count === 0) return;
    this.#left[why] = (this.#left[why] ?? 0) + count;
    this.#tellAll();
  }

  /** With what is not judged. */
  framed(frame: TrafficFrame): TrafficFrame {
    return { ...frame, extraNotJudged: { ...frame.extraNotJudged, ...this.#left } };
  }

  #tellAll(): void {
    const { exchanges, judged, findings } = this.#seen;
    const left = Object.values(this.#left).reduce((sum, count) => sum + count, 0);
    const notJudged = exchanges - judged + left;
    this.#tell({ exchanges: exchanges + left, judged, notJudged, findings });
  }
}
