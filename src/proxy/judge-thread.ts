import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { TrafficResult } from '../model/traffic.ts';
import type { Spoken } from '../traffic/spoken.ts';
import type { TrafficFrame } from '../traffic/traffic-collector.ts';
import type { JudgeMessage, JudgeReply, SoFar } from './judge-message.ts';
import { JudgePace } from './judge-pace.ts';
import { JudgeProgress } from './judge-progress.ts';
import type { JudgeThreadOptions } from './judge-thread-options.ts';
import { packExchanges } from './pack-exchanges.ts';
import { resultSoFar } from './result-so-far.ts';
import { startJudgeWorker } from './start-judge-worker.ts';
import { throttled } from './throttled.ts';
import { until } from './until.ts';
import { WaitingExchanges } from './waiting-exchanges.ts';

/** Between one telling of the counts and the next, in ms. */
const countsEvery = 250;
/** What comes within this time goes over together, in ms. */
const gatherFor = 5;
/** Beyond what the asker waits for, a judge that is busy has this long for its result, in ms. */
const patience = 15_000;
const behind = 'the judge fell behind';

/** A judge in a thread of its own, which traffic never waits for. */
export class JudgeThread {
  readonly #worker: Worker;
  readonly #waiting: WaitingExchanges;
  readonly #onTrouble: (sentence: string) => void;
  readonly #progress: JudgeProgress;
  readonly #pace = new JudgePace();
  readonly #changes = new EventEmitter();
  #state: 'starting' | 'idle' | 'busy' | 'broken' | 'closed' = 'starting';
  /** How many exchanges the thread was given. */
  #given = 0;
  #soFar: SoFar | undefined;
  #result: TrafficResult | undefined;
  #why = 'it is closed';
  #gathering: NodeJS.Timeout | undefined;
  #isEnding = false;

  constructor(options: JudgeThreadOptions) {
    const { most, onCounts = () => {}, onTrouble = () => {}, worker, ...workerData } = options;
    this.#waiting = new WaitingExchanges(most);
    this.#onTrouble = onTrouble;
    this.#progress = new JudgeProgress(throttled(countsEvery, onCounts));
    this.#worker = startJudgeWorker(workerData, worker);
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
    if (this.#state === 'broken') this.#progress.lose(1);
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
    // Nothing passes any more that it could slow.
    this.#isEnding = true;
    clearTimeout(this.#gathering);
    this.#send();
    const isDone = () => this.#waiting.size === 0 && this.#state !== 'busy';
    await until(() => isDone() || !this.#isSound(), this.#changes, waitMs);
    this.leaveOut(behind, this.#waiting.drop());
    this.#post({ kind: 'finish', frame: this.#progress.framed(frame) });
    await until(() => this.#result !== undefined || !this.#isSound(), this.#changes, endMs);
    if (this.#result === undefined) this.#break('it does not come to an end');
    await this.close();
    if (this.#result !== undefined) return this.#result;
    if (this.#soFar === undefined) throw new Error(this.#why);
    return resultSoFar(this.#soFar.bytes, this.#progress.framedLoss(frame, this.#why));
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
      if (reply.kind === 'counts') this.#progress.see(reply.counts);
      this.#state = 'idle';
      const rest = this.#isEnding ? 0 : this.#pace.rest();
      if (rest === 0) this.#send();
      else this.#gathering = setTimeout(() => this.#send(), rest);
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
    this.#pace.begin();
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
    const seen = this.#progress.goBack(this.#soFar?.counts);
    this.#progress.lose(this.#waiting.drop() + this.#given - seen);
    this.#why = isEarly ? why : `The judge broke: ${why}.`;
    const rest = this.#soFar ? 'What it had found is kept' : 'What it had found is lost';
    if (!isEarly) this.#onTrouble(`${this.#why} ${rest}; what passes from now on is not judged.`);
    this.#changes.emit('change');
  }
}
