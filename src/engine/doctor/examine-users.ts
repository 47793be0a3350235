import type { Account } from '../../client/account.ts';
import { AccountError } from '../../client/account-error.ts';
import type { AccountOptions } from '../../client/auth/account-options.ts';
import type { AccountSource } from '../../client/auth/account-source.ts';
import { accountSources } from '../../client/auth/choose-source.ts';
import { createAuthLine } from '../../client/auth-line.ts';
import { Deadline } from '../../client/deadline.ts';
import { TransportError } from '../../client/transport-error.ts';
import type { Finding } from '../../model/diagnosis.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { BareGround } from '../bare-ground.ts';
import { answered } from './answered.ts';
import { recipesFor } from './recipes.ts';

/** As many users as one scenario needs at the most. */
const needed = 3;

/** What was found of the ways to get users, and the users of the first that works. */
export interface ExaminedUsers {
  readonly findings: readonly Finding[];
  readonly accounts: readonly Account[];
}

/** Tries every way to get users whose means were given, also those after one that works. */
export async function examineUsers(
  ground: BareGround,
  options: AccountOptions,
  software: string,
): Promise<ExaminedUsers> {
  let sources: readonly AccountSource[];
  try {
    sources = accountSources(options);
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    return {
      accounts: [],
      findings: [{ check: 'users', state: 'bad', said: `${error.message}.` }],
    };
  }
  const tried = [];
  for (const source of sources) tried.push(await tryWay(ground, source));
  const accounts = tried.find((one) => one.accounts.length > 0)?.accounts ?? [];
  const isHopeless = accounts.length === 0;
  const recipes = isHopeless ? { recipes: recipesFor('registration', software) } : {};
  const findings = tried.map(({ finding }, index): Finding => {
    if (finding.state !== 'bad') return finding;
    // Another way works, and the run takes it: but this one was meant to be used.
    const state = isHopeless ? 'bad' : 'note';
    return { ...finding, state, ...(index === tried.length - 1 ? recipes : {}) };
  });
  return { findings, accounts };
}

async function tryWay(ground: BareGround, source: AccountSource) {
  const check = `users by ${source.name}`;
  const accounts: Account[] = [];
  let waitedMs = 0;
  let last: Exchange | undefined;
  const deadline = new Deadline(ground.timeoutMs, ground.signal);
  const line = createAuthLine({
    ...ground,
    deadline,
    onWait: (ms) => {
      waitedMs += ms;
    },
    onExchange: (exchange) => {
      last = exchange;
    },
  });
  try {
    // Given users are few, and each of them has to be good.
    const wanted = Math.min(source.limit ?? needed, 16);
    while (accounts.length < wanted) accounts.push(await source.next(line));
    return { accounts, finding: enough(check, accounts.length, waitedMs) };
  } catch (error) {
    if (!(error instanceof AccountError || error instanceof TransportError)) throw error;
    const shown = last === undefined ? {} : { answered: answered(last) };
    const finding: Finding = { check, state: 'bad', said: `${error.message}.`, ...shown };
    return { accounts: [], finding };
  } finally {
    deadline.end();
  }
}

function enough(check: string, count: number, waitedMs: number): Finding {
  const waited = waitedMs > 0 ? ` It made them wait ${(waitedMs / 1000).toFixed(1)} s.` : '';
  if (count >= needed)
    return { check, state: 'good', said: `${count} of them are there.${waited}` };
  const said = `Only ${count} of them: scenarios that need more, up to ${needed}, will be unsupported.${waited}`;
  return { check, state: 'note', said };
}
