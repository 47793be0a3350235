import { EventEmitter } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TrafficResult } from '../model/traffic.ts';
import type { Spoken } from '../traffic/spoken.ts';
import type { TrafficFrame } from '../traffic/traffic-collector.ts';
import type { JudgeMessage, JudgeReply } from './judge-message.ts';
import type { JudgeCounts, JudgeThreadOptions } from './judge-thread-options.ts';
import { packExchanges } from './pack-exchanges.ts';
import { throttled } from './throttled.ts';
import { until } from './until.ts';
import { type WaitingBounds, WaitingExchanges } from './waiting-exchanges.ts';

/** The same file built or as it is written. */
const workerPath = `./judge-worker${extname(import.meta.url)}`;
const defaultMost: WaitingBounds = { exchanges: 4096, bytes: 64 * 1024 * 1024 };
/** Between one telling of the counts and the next, in ms. */
const countsEvery = 250;
/** What comes within this time goes over together, in ms. */
const gatherFor = 5;
/** Beyond what the asker waits for, a judge that is busy has this long for its result, in ms. */
const patience = 15_000;

/** A judge in a thread of its own, which traffic never waits for. */
export class JudgeThread {
  readonly #worker: Worker;
  readonly #waiting: WaitingExchanges;
  readonly #onTrouble: (sentence: string) => void;
  readonly #tell: (counts: JudgeCounts) => void;
  readonly #changes = new EventEmitter();
  readonly #dropped: Record<string, number> = {};
  #state: 'starting' | 'idle' | 'busy' | 'broken' | 'closed' = 'starting';
  #counts = { exchanges: 0, judged: 0, findings: 0 };
  #result: TrafficResult | undefined;
  #why = 'it is closed';
  #gathering: NodeJS.Timeout | undefined;

  constructor(options: JudgeThreadOptions) {
    const { most = defaultMost, onCounts, onTrouble, worker, ...workerData } = options;
    this.#waiting = new WaitingExchanges(most);
    this.#onTrouble = onTrouble ?? (() => {});
    this.#tell = throttled(countsEvery, onCounts ?? (() => {}));
    this.#worker = new Worker(worker ?? new URL(workerPath, import.meta.url), { workerData });
    this.#worker.on('message', (reply: JudgeReply) => this.#hear(reply));
    this.#worker.on('error', (error) => this.#break(error.message));
    this.#worker.on('exit', (code) => this.#break(`its thread ended with ${code}`));
  }

  /** Resolves when it can judge. Rejects with the defect of the specification. */
  async ready(): Promise<void> {
    await until(() => this.#state !== 'starting', this.#changes);
    if (!this.#isSound()) throw new Error(this.#why);
  }

  /** Has the exchange judged, or counts it as not judged. Never waits, never throws. */
  offer(spoken: Spoken): void {
    if (this.#state === 'broken') this.#drop('the judge broke', 1);
    else if (!this.#waiting.add(spoken)) this.#drop('the judge fell behind', 1);
    else if (this.#state === 'idle') this.#gathering ??= setTimeout(() => this.#send(), gatherFor);
  }

  /**
   * What all of it came to; the thread ends. Rejects where the thread has broken, as what it had
   * found is lost with it.
   *
   * @param waitMs what waits to be judged has this long; what is left then is not judged
   */
  async finish(frame: TrafficFrame, waitMs = 10_000): Promise<TrafficResult> {
    const isDone = () => this.#waiting.size === 0 && this.#state !== 'busy';
    await until(() => isDone() || !this.#isSound(), this.#changes, waitMs);
    this.#drop('the judge fell behind', this.#waiting.drop());
    const extraNotJudged = { ...frame.extraNotJudged, ...this.#dropped };
    this.#post({ kind: 'finish', frame: { ...frame, extraNotJudged } });
    const hasResult = () => this.#result !== undefined;
    await until(() => hasResult() || !this.#isSound(), this.#changes, patience);
    const why = this.#isSound() ? 'The judge does not come to an end.' : this.#why;
    await this.close();
    if (this.#result === undefined) throw new Error(why);
    return this.#result;
  }

  /** Ends the thread at once. */
  async close(): Promise<void> {
    if (this.#isSound()) this.#state = 'closed';
    clearTimeout(this.#gathering);
    await this.#worker.terminate();
  }

  #isSound(): boolean {
    return this.#state !== 'broken' && this.#state !== 'closed';
  }

  #hear(reply: JudgeReply): void {
    if (!this.#isSound()) return;
    if (reply.kind === 'unready') this.#break(reply.why);
    else if (reply.kind === 'result') this.#result = reply.result;
    else {
      if (reply.kind === 'counts') this.#counts = reply.counts;
      this.#state = 'idle';
      this.#tellCounts();
      this.#send();
    }
    this.#changes.emit('change');
  }

  /** One batch is under way at a time: what comes meanwhile makes the next. */
  #send(): void {
    this.#gathering = undefined;
    if (this.#state !== 'idle' || this.#waiting.size === 0) return;
    this.#state = 'busy';
    const packed = packExchanges(this.#waiting.take());
    this.#post({ kind: 'judge', packed }, [packed.bodies]);
  }

  #post(message: JudgeMessage, handedOver: ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, handedOver);
  }

  #break(why: string): void {
    if (!this.#isSound()) return;
    // Until then nothing was found: who waits for it to be ready is told.
    const isEarly = this.#state === 'starting';
    this.#why = isEarly ? why : `The judge broke, and what it had found is lost: ${why}.`;
    this.#state = 'broken';
    this.#drop('the judge broke', this.#waiting.drop());
    if (!isEarly) this.#onTrouble(this.#why);
    this.#changes.emit('change');
  }

  #drop(why: string, count: number): void {
    if (count === 0) return;
    this.#dropped[why] = (this.#dropped[why] ?? 0) + count;
    this.#tellCounts();
  }

  #tellCounts(): void {
    const { exchanges, judged, findings } = this.#counts;
    const dropped = Object.values(this.#dropped).reduce((sum, count) => sum + count, 0);
    const notJudged = exchanges - judged + dropped;
    this.#tell({ exchanges: exchanges + dropped, judged, notJudged, findings });
  }
}
