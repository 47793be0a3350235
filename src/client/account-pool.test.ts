import { describe, expect, test } from 'vitest';
import type { Account } from './account.ts';
import { AccountError } from './account-error.ts';
import { AccountPool } from './account-pool.ts';
import type { AccountSource, AuthLine } from './auth/account-source.ts';
import { MadeUp } from './made-up.ts';
import { Redactor } from './redactor.ts';

const line: AuthLine = {
  redactor: new Redactor(),
  madeUp: new MadeUp(),
  call: () => Promise.reject(new TypeError('nothing is asked here')),
  raw: () => Promise.reject(new TypeError('nothing is asked here')),
};

/** Numbered users; those whose numbers are bad cannot be had. */
function source(limit?: number, bad: readonly number[] = []): AccountSource {
  let count = 0;
  return {
    name: 'numbered users',
    ...(limit === undefined ? {} : { limit }),
    async next() {
      count += 1;
      if (bad.includes(count)) throw new AccountError(`user ${count} is bad`);
      return { userId: `@${count}:hs`, accessToken: `token-${count}` };
    },
  };
}

const ids = (accounts: readonly Account[]) => accounts.map(({ userId }) => userId);

/** Whether a promise has come to an end by the time that all others have had their turn. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const turn = new Promise((resolve) => setImmediate(resolve, 'pending'));
  return (await Promise.race([promise, turn])) === 'pending';
}

describe('retiring', () => {
  test('who was retired is lent to nobody any more, where others can be made', async () => {
    const pool = new AccountPool(source());
    pool.retire(await pool.borrow(2, line));
    expect(ids(await pool.borrow(1, line))).toEqual(['@3:hs']);
  });

  test('who was given is lent again, as there are no others', async () => {
    const pool = new AccountPool(source(2));
    const given = await pool.borrow(2, line);
    pool.retire(given);
    expect(ids(await pool.borrow(2, line))).toEqual(ids(given));
  });
});

describe('borrowing', () => {
  test('nobody is lent to two at once, and who was given back is lent again', async () => {
    const pool = new AccountPool(source());
    const first = await pool.borrow(2, line);
    const second = await pool.borrow(1, line);
    expect(ids([...first, ...second]).toSorted()).toEqual(['@1:hs', '@2:hs', '@3:hs']);
    pool.giveBack(first);
    expect(ids(await pool.borrow(3, line)).toSorted()).toEqual(['@1:hs', '@2:hs', '@4:hs']);
  });

  test('many at once get users of their own each', async () => {
    const pool = new AccountPool(source());
    const all = await Promise.all([3, 1, 2, 4].map((count) => pool.borrow(count, line)));
    expect(new Set(all.flatMap(ids)).size).toBe(10);
  });

  test('what there can never be is refused at once', async () => {
    const borrowing = new AccountPool(source(2)).borrow(3, line);
    await expect(borrowing).rejects.toThrow('3 users are needed, and numbered users has 2');
  });
});

describe('where there is a bound', () => {
  test('a borrower waits until it can have all, and takes none meanwhile', async () => {
    const pool = new AccountPool(source(3));
    const two = await pool.borrow(2, line);
    const waiting = pool.borrow(2, line);
    expect(await isPending(waiting)).toBe(true);
    pool.giveBack(two.slice(0, 1));
    expect(ids(await waiting)).toHaveLength(2);
  });

  test('the order of asking holds: who wants one does not overtake who wants three', async () => {
    const pool = new AccountPool(source(3));
    const one = await pool.borrow(1, line);
    const served: string[] = [];
    const three = pool.borrow(3, line).then((accounts) => {
      served.push('three');
      pool.giveBack(accounts);
    });
    const single = pool.borrow(1, line).then(() => served.push('one'));
    expect(await isPending(single)).toBe(true);
    pool.giveBack(one);
    await Promise.all([three, single]);
    expect(served).toEqual(['three', 'one']);
  });

  test('any crowd of borrowers is served in the end', async () => {
    const pool = new AccountPool(source(3));
    let lent = 0;
    const borrower = async (count: number) => {
      const accounts = await pool.borrow(count, line);
      lent += count;
      expect(lent).toBeLessThanOrEqual(3);
      await new Promise((resolve) => setImmediate(resolve));
      lent -= count;
      pool.giveBack(accounts);
    };
    await Promise.all(Array.from({ length: 60 }, (_, index) => borrower(1 + (index % 3))));
    expect(lent).toBe(0);
  });

  test('the clock of a borrower stands still while it waits, and no longer', async () => {
    const pool = new AccountPool(source(1));
    const told: string[] = [];
    const clock = { pause: () => told.push('pause'), resume: () => told.push('resume') };
    const one = await pool.borrow(1, line);
    const waiting = pool.borrow(1, line, clock);
    expect(await isPending(waiting)).toBe(true);
    expect(told).toEqual(['pause']);
    pool.giveBack(one);
    await waiting;
    expect(told).toEqual(['pause', 'resume']);
  });
});

describe('a source that fails', () => {
  test('none is lent, and those that came before it are given back', async () => {
    const pool = new AccountPool(source(4, [3]));
    await expect(pool.borrow(4, line)).rejects.toThrow('user 3 is bad');
    expect(ids(await pool.borrow(2, line))).toEqual(['@1:hs', '@2:hs']);
  });

  test('who waited for it is served', async () => {
    const pool = new AccountPool(source(2, [2]));
    const failing = pool.borrow(2, line);
    const waiting = pool.borrow(1, line);
    await expect(failing).rejects.toThrow('user 2 is bad');
    expect(ids(await waiting)).toEqual(['@1:hs']);
  });
});

describe('a login that may be ended', () => {
  test('is made by the source, and never lent', async () => {
    const account = { userId: '@gone:hs', accessToken: 'gone' };
    const pool = new AccountPool({ ...source(), disposable: async () => account });
    expect(await pool.disposable(line)).toBe(account);
    expect(ids(await pool.borrow(1, line))).toEqual(['@1:hs']);
  });

  test('is refused where the source has no way to it', async () => {
    const disposable = new AccountPool(source()).disposable(line);
    await expect(disposable).rejects.toThrow(AccountError);
    await expect(disposable).rejects.toThrow('with numbered users no user can be logged in');
  });
});
