import type { Exchange } from '../model/exchange.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Violation } from '../model/violation.ts';

/** Records one try of one scenario. */
export class Tape {
  readonly #exchanges: Exchange[] = [];
  readonly #violations: Violation[] = [];
  readonly #notes = new Set<string>();
  readonly #indices = new WeakMap<object, number>();
  #checks = 0;
  #scene = '';

  /** Takes an exchange, and remembers which answer it gave: the evidence of later violations. */
  exchange(exchange: Exchange, answer?: object): void {
    if (answer !== undefined) this.#indices.set(answer, this.#exchanges.length);
    this.#exchanges.push(exchange);
  }

  /** Counts an expectation that was looked at, met or not. */
  check(): void {
    this.#checks += 1;
  }

  /** Takes a violation; `answer` is the one that shows it, else it is the last exchange. */
  violation(violation: Omit<Violation, 'exchange'>, answer?: object): void {
    const shown = answer === undefined ? undefined : this.#indices.get(answer);
    const exchange = shown ?? this.#exchanges.length - 1;
    const message =
      this.#scene === '' ? violation.message : `${violation.message} (${this.#scene})`;
    this.#violations.push({ ...violation, message, ...(exchange < 0 ? {} : { exchange }) });
  }

  /** What is told from now on is told of this: `in a room of version 3`; of nothing where empty. */
  setScene(scene: string): void {
    this.#scene = scene;
  }

  /** A remark that decides nothing. The same remark is kept once. */
  note(text: string): void {
    this.#notes.add(this.#scene === '' ? text : `${text} (${this.#scene})`);
  }

  /** What was recorded so far, as plain data. */
  transcript(stop?: Transcript['stop']): Transcript {
    return {
      exchanges: [...this.#exchanges],
      violations: [...this.#violations],
      checks: this.#checks,
      notes: [...this.#notes],
      ...(stop === undefined ? {} : { stop }),
    };
  }
}
