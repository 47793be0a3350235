import type { TrafficFrame } from '../traffic/traffic-collector.ts';
import type { JudgeReply } from './judge-message.ts';
import type { JudgeCounts } from './judge-thread-options.ts';

const broke = 'the judge broke';

type Seen = Extract<JudgeReply, { kind: 'counts' }>['counts'];

/** How far a judge is: what it has seen, and what never comes to it, or is lost with it. */
export class JudgeProgress {
  readonly #tell: (counts: JudgeCounts) => void;
  readonly #left: Record<string, number> = {};
  #seen: Seen = { exchanges: 0, judged: 0, findings: 0 };

  constructor(tell: (counts: JudgeCounts) => void) {
    this.#tell = tell;
  }

  /** What the judge says of itself. */
  see(seen: Seen): void {
    this.#seen = seen;
    this.#tellAll();
  }

  /** It has seen no more than that after all. @returns how many exchanges that were */
  goBack(seen: Seen = { exchanges: 0, judged: 0, findings: 0 }): number {
    this.see(seen);
    return seen.exchanges;
  }

  leave(why: string, count: number): void {
    if (count === 0) return;
    this.#left[why] = (this.#left[why] ?? 0) + count;
    this.#tellAll();
  }

  /** What comes to a judge that broke, or went down with it. */
  lose(count: number): void {
    this.leave(broke, count);
  }

  /** With what is not judged. */
  framed(frame: TrafficFrame): TrafficFrame {
    return { ...frame, extraNotJudged: { ...frame.extraNotJudged, ...this.#left } };
  }

  /** The same of a judge that broke, with that as a problem. @param why a sentence */
  framedLoss(frame: TrafficFrame, why: string): TrafficFrame {
    const since = this.#left[broke] ?? 0;
    const problem = since === 0 ? why : `${why} Exchanges not judged since: ${since}.`;
    return this.framed({ ...frame, problems: [...(frame.problems ?? []), problem] });
  }

  #tellAll(): void {
    const { exchanges, judged, findings } = this.#seen;
    const left = Object.values(this.#left).reduce((sum, count) => sum + count, 0);
    const notJudged = exchanges - judged + left;
    this.#tell({ exchanges: exchanges + left, judged, notJudged, findings });
  }
}
