import type { Account } from './account.ts';
import { AccountError } from './account-error.ts';
import type { AccountSource, AuthLine } from './auth/account-source.ts';
import type { Deadline } from './deadline.ts';

/** What a borrower gets: accounts that exist already, and leave to make the rest. */
interface Grant {
  readonly accounts: Account[];
  readonly toMake: number;
}

/** The borrower's own time. */
type Clock = Pick<Deadline, 'pause' | 'resume'>;

/**
 * Lends each account to one scenario at a time. A scenario gets all that it asks for at once, in
 * the order of asking, so that two can never wait for each other.
 */
export class AccountPool {
  readonly source: AccountSource;
  readonly #idle: Account[] = [];
  readonly #waiters: { readonly count: number; readonly resolve: (grant: Grant) => void }[] = [];
  #made = 0;

  constructor(source: AccountSource) {
    this.source = source;
  }

  /** How many accounts there are at the most; `Infinity` where there is no bound. */
  get limit(): number {
    return this.source.limit ?? Number.POSITIVE_INFINITY;
  }

  /**
   * @param clock stands still for as long as others have the accounts.
   * @throws AccountError, TransportError where they cannot be made; then none is lent.
   */
  async borrow(count: number, line: AuthLine, clock?: Clock): Promise<readonly Account[]> {
    if (count > this.limit) {
      throw new AccountError(
        `${count} users are needed, and ${this.source.name} has ${this.limit}`,
      );
    }
    clock?.pause();
    const { accounts, toMake } = await new Promise<Grant>((resolve) => {
      this.#waiters.push({ count, resolve });
      this.#serve();
    });
    clock?.resume();
    let left = toMake;
    try {
      for (; left > 0; left -= 1) accounts.push(await this.source.next(line));
      return accounts;
    } catch (error) {
      this.#made -= left;
      this.giveBack(accounts);
      throw error;
    }
  }

  giveBack(accounts: readonly Account[]): void {
    this.#idle.push(...accounts);
    this.#serve();
  }

  /**
   * Takes accounts back that may not be as they were: nobody is lent them again, but where there are
   * no others to be had.
   */
  retire(accounts: readonly Account[]): void {
    if (this.source.limit !== undefined) this.giveBack(accounts);
    else this.#made -= accounts.length;
  }

  /** One more login that may be logged out. @throws AccountError where there is no way to it. */
  async disposable(line: AuthLine): Promise<Account> {
    if (this.source.disposable === undefined) {
      throw new AccountError(`with ${this.source.name} no user can be logged in once more`);
    }
    return this.source.disposable(line);
  }

  /** A user that nobody else needs: the account may be lost. @throws AccountError where there is none. */
  async expendable(line: AuthLine): Promise<Account> {
    const { name, limit } = this.source;
    // Who was given is somebody's own: one more login of theirs is no user of its own.
    if (limit !== undefined) throw new AccountError(`with ${name} no user can be lost`);
    return this.disposable(line);
  }

  #serve(): void {
    for (let next = this.#waiters[0]; next !== undefined; next = this.#waiters[0]) {
      if (this.#idle.length + this.limit - this.#made < next.count) return;
      const accounts = this.#idle.splice(0, next.count);
      const toMake = next.count - accounts.length;
      this.#made += toMake;
      this.#waiters.shift();
      next.resolve({ accounts, toMake });
    }
  }
}
