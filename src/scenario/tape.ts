import type { Account } from '../client/account.ts';
import type { Exchange } from '../model/exchange.ts';
import type { LentUser, Recording } from '../model/recording.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Violation } from '../model/violation.ts';

/** What others know of the try. */
export type Told = Pick<Recording, 'seed' | 'waits'>;

/** Records one try of one scenario. */
export class Tape {
  readonly #exchanges: Exchange[] = [];
  readonly #violations: Violation[] = [];
  readonly #notes = new Set<string>();
  readonly #users: LentUser[] = [];
  readonly #asides: Exchange[] = [];
  readonly #indices = new WeakMap<object, number>();
  readonly #order: number[] = [];
  #asked = 0;
  #checks = 0;
  #scene = '';

  /** To be called when something is asked: its place in the order of asking. */
  asks(): number {
    this.#asked += 1;
    return this.#asked - 1;
  }

  /**
   * Takes an exchange, and remembers which answer it gave: the evidence of later violations.
   * @param place what `asks` gave when it was asked.
   */
  exchange(exchange: Exchange, answer?: object, place: number = this.asks()): void {
    this.#order.push(place);
    if (answer !== undefined) this.#indices.set(answer, this.#exchanges.length);
    this.#exchanges.push(exchange);
  }

  /** Takes an exchange that is no part of the scenario. */
  aside(exchange: Exchange): void {
    this.#asides.push(exchange);
  }

  /** Remembers whom the scenario was lent. */
  lend(as: LentUser['as'], account: Account): void {
    const { userId, deviceId, password, masquerade } = account;
    this.#users.push({
      as,
      userId,
      ...(deviceId === undefined ? {} : { deviceId }),
      hasPassword: password !== undefined,
      isAsserted: masquerade === true,
    });
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
  transcript(stop?: Transcript['stop'], told?: Told): Transcript {
    const users = [...this.#users];
    const asides = [...this.#asides];
    return {
      exchanges: [...this.#exchanges],
      violations: [...this.#violations],
      checks: this.#checks,
      notes: [...this.#notes],
      ...(stop === undefined ? {} : { stop }),
      ...(told === undefined
        ? {}
        : { recording: { ...told, users, asides, order: [...this.#order] } }),
    };
  }
}
