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
    this.#violations.push(exchange < 0 ? violation : { ...violation, exchange });
  }

  /** A remark that decides nothing. The same remark is kept once. */
  note(text: string): void {
    this.#notes.add(text);
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
