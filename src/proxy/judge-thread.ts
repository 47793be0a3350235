import { EventEmitter } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TrafficResult } from '../model/traffic.ts';
import type { Spoken } from '../traffic/spoken.ts';
import type { TrafficFrame } from '../traffic/traffic-collector.ts';
import type { JudgeMessage, JudgeReply, SoFar } from './judge-message.ts';
import { JudgeProgress } from './judge-progress.ts';
import type { JudgeThreadOptions } from './judge-thread-options.ts';
import { packExchanges } from './pack-exchanges.ts';
import { resultSoFar } from './result-so-far.ts';
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
const nothing = { exchanges: 0, judged: 0, findings: 0 };
const [behind, broke] = ['the judge fell behind', 'the judge broke'];

/** A judge in a thread of its own, which traffic never waits for. */
export class JudgeThread {
  readonly #worker: Worker;
  readonly #waiting: WaitingExchanges;
  readonly #onTrouble: (sentence: string) => void;
  readonly #progress: JudgeProgress;
  readonly #changes = new EventEmitter();
  #state: 'starting' | 'idle' | 'busy' | 'broken' | 'closed' = 'starting';
  /** How many exchanges the thread was given. */
  #given = 0;
  #soFar: SoFar | undefined;
  #result: TrafficResult | undefined;
  #why = 'it is closed';
  #gathering: NodeJS.Timeout | undefined;

  constructor(options: JudgeThreadOptions) {
    const { most = defaultMost, onCounts, onTrouble, worker, ...workerData } = options;
    this.#waiting = new WaitingExchanges(most);
    this.#onTrouble = onTrouble ?? (() => {});
    this.#progress = new JudgeProgress(throttled(countsEvery, onCounts ?? (() => {})));
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
    if (this.#state === 'broken') this.leaveOut(broke, 1);
    else if (!this.#waiting.add(spoken)) this.leaveOut(behind, 1);
    else if (this.#state === 'idle') this.#gathering ??= setTimeout(() => this.#send(), gatherFor);
  }

  /** Counts exchanges as not judged that it is not offered. */
  leaveOut(why: string, count: number): void {
    this.#progress.leave(why, count);
  }

  /**
   * What all of it came to; the thread ends. Where it has broken, or does not come to its end, that
   * is what it last handed over, and a problem. Rejects where it has handed over nothing.
   *
   * @param waitMs what waits to be judged has this long; what is left then is not judged
   * @param endMs a judge that is busy then has this long for its result
   */
  async finish(frame: TrafficFrame, waitMs = 10_000, endMs = patience): Promise<TrafficResult> {
    const isDone = () => this.#waiting.size === 0 && this.#state !== 'busy';
    await until(() => isDone() || !this.#isSound(), this.#changes, waitMs);
    this.leaveOut(behind, this.#waiting.drop());
    this.#post({ kind: 'finish', frame: this.#progress.framed(frame) });
    const hasResult = () => this.#result !== undefined;
    await until(() => hasResult() || !this.#isSound(), this.#changes, endMs);
    if (this.#result === undefined) this.#break('it does not come to an end');
    await this.close();
    if (this.#result !== undefined) return this.#result;
    if (this.#soFar === undefined) throw new Error(this.#why);
    const since = this.#progress.left[broke] ?? 0;
    const problem = since === 0 ? this.#why : `${this.#why} Exchanges not judged since: ${since}.`;
    const problems = [...(frame.problems ?? []), problem];
    return resultSoFar(this.#soFar.bytes, this.#progress.framed({ ...frame, problems }));
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
    else if (reply.kind === 'so far') this.#soFar = reply;
    else {
      this.#progress.see(reply.kind === 'counts' ? reply.counts : nothing);
      this.#state = 'idle';
      this.#send();
    }
    this.#changes.emit('change');
  }

  /** One batch is under way at a time: what comes meanwhile makes the next. */
  #send(): void {
    this.#gathering = undefined;
    if (this.#state !== 'idle' || this.#waiting.size === 0) return;
    this.#state = 'busy';
    const batch = this.#waiting.take();
    this.#given += batch.length;
    const packed = packExchanges(batch);
    this.#post({ kind: 'judge', packed }, [packed.bodies]);
  }

  #post(message: JudgeMessage, handedOver: ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, handedOver);
  }

  /** It is not started anew: what broke it may come again. */
  #break(why: string): void {
    if (!this.#isSound()) return;
    // Until then nothing was found: who waits for it to be ready is told.
    const isEarly = this.#state === 'starting';
    this.#state = 'broken';
    const seen = this.#soFar?.counts ?? nothing;
    this.#progress.see(seen);
    this.leaveOut(broke, this.#waiting.drop() + this.#given - seen.exchanges);
    this.#why = isEarly ? why : `The judge broke: ${why}.`;
    const rest = this.#soFar ? 'What it had found is kept' : 'What it had found is lost';
    if (!isEarly) this.#onTrouble(`${this.#why} ${rest}; what passes from now on is not judged.`);
    this.#changes.emit('change');
  }
}
