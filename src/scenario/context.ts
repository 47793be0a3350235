import type { Account } from '../client/account.ts';
import { AccountError } from '../client/account-error.ts';
import type { ServerFacts } from '../model/run-result.ts';
import type { ViolationKind } from '../model/violation.ts';
import { administrator } from './administrator.ts';
import { anotherDevice } from './another-device.ts';
import { type Check, check } from './check.ts';
import { eventually } from './eventually.ts';
import { guest } from './guest.ts';
import { isOfService, service, serviceUser } from './service.ts';
import type { Stage } from './stage.ts';
import { inconclusive, unsupported } from './stop-scenario.ts';
import { tellEachVersion, type VersionRange } from './tell-each-version.ts';
import { type ThirdPartySigner, thirdPartySigner } from './third-party-signer.ts';
import { User } from './user.ts';

/** What a scenario is given that demands nothing: all but the checks. */
export type Observer = Omit<Context, 'check' | 'checkState' | 'checkHeader'>;

/** What a scenario is given to tell its story with. */
export interface Context {
  /** Users of its own, by name. To be called once, with all the names. */
  users<Name extends string>(...names: Name[]): Promise<Readonly<Record<Name, User>>>;
  /** One more user, whose login may be ended. Unsupported where there is no way to get one. */
  userToLogOut(name: string): Promise<User>;
  /**
   * A user of its own whose account may be lost, as by locking it. Unsupported where all users were
   * given, or none can be made that logs in by itself.
   */
  userToLose(name: string): Promise<User>;
  /** The same user on one more device. Unsupported where the password is not known. */
  anotherDevice(user: User): Promise<User>;
  /** A new guest. Unsupported where the homeserver takes none. */
  guest(name: string): Promise<User>;
  /** The administrator whose token was given. Unsupported where none was. */
  administrator(): Promise<User>;
  /** The given application service, as its own sender. Unsupported where none was given. */
  service(): Promise<User>;
  /** A new user of the application service. Unsupported where none was given. */
  serviceUser(name: string): Promise<User>;
  /** Whether a user id is in the namespace of the application service. Unsupported without one. */
  isOfService(userId: string): boolean;
  /**
   * Tells a story once for each room version in a range that the homeserver offers, and says in
   * which one something was found. Unsupported where it offers none of them.
   */
  eachRoomVersion(range: VersionRange, tell: (version: string) => Promise<void>): Promise<void>;
  /** Stands for an identity server, with a key that no other has. */
  thirdPartySigner(): ThirdPartySigner;
  /** Begins a check of a value; `answer` is the evidence, else it is the last exchange. */
  check(subject: string, value: unknown, answer?: object): Check;
  /** The same, of the room's state. */
  checkState(subject: string, value: unknown, answer?: object): Check;
  /** The same, of a header. */
  checkHeader(subject: string, value: unknown, answer?: object): Check;
  /** A remark for the report that decides nothing. */
  note(text: string): void;
  readonly facts: ServerFacts;
  /**
   * Asks again and again, until the answer is something or a third of the scenario's time is over:
   * for what a homeserver may take a moment to show.
   */
  eventually<Value>(ask: () => Promise<Value | undefined>): Promise<Value | undefined>;
}

/** A context whose users are borrowed until `giveBack`, to be lent to others if they are sound. */
export interface BorrowingContext extends Context {
  giveBack(areSound?: boolean): void;
}

export function createContext(stage: Stage): BorrowingContext {
  const borrowed: Account[] = [];
  let asked = false;
  let isOver = false;
  const checkOf = (kind: ViolationKind) => (subject: string, value: unknown, answer?: object) =>
    check(stage, kind, subject, value, answer);
  const giveBack = (areSound = true) => {
    isOver = true;
    const accounts = borrowed.splice(0);
    if (areSound) stage.accounts.giveBack(accounts);
    else stage.accounts.retire(accounts);
  };
  return {
    async users<Name extends string>(...names: Name[]) {
      if (asked) throw new TypeError('users() is to be called once');
      asked = true;
      const accounts = await borrow(stage, names);
      for (const account of accounts) stage.tape.lend('lent', account);
      borrowed.push(...accounts);
      // They came too late: nobody would give them back any more.
      if (isOver) giveBack();
      const users = names.map((name, index) => {
        const account = accounts[index];
        if (account === undefined) throw new TypeError(`no account was lent for ${name}`);
        return [name, new User(name, account, stage)];
      });
      return Object.fromEntries(users) as Record<Name, User>;
    },
    userToLogOut: (name) => oneMore(stage, name, 'disposable'),
    userToLose: (name) => oneMore(stage, name, 'expendable'),
    anotherDevice: (user) => anotherDevice(stage, user),
    guest: (name) => guest(stage, name),
    administrator: () => administrator(stage),
    service: () => service(stage),
    serviceUser: (name) => serviceUser(stage, name),
    isOfService: (userId) => isOfService(stage, userId),
    thirdPartySigner: () => thirdPartySigner(stage.madeUp.key()),
    eachRoomVersion: (range, tell) => tellEachVersion(stage, range, tell),
    check: checkOf('value'),
    checkState: checkOf('state'),
    checkHeader: checkOf('header'),
    note: (text) => stage.tape.note(stage.redactor.clean(text)),
    facts: stage.facts,
    eventually: (ask) => eventually(stage, ask),
    giveBack,
  };
}

async function oneMore(stage: Stage, name: string, kind: 'disposable' | 'expendable') {
  const { source } = stage.accounts;
  const isGiven = kind === 'expendable' && source.limit !== undefined;
  try {
    const account = await stage.accounts[kind](stage.accountLine);
    stage.tape.lend('login', account);
    return new User(name, account, stage);
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    // Where there is a way, and it was refused, the homeserver may yet have what is asked about.
    const hasWay = source.disposable !== undefined && !isGiven;
    throw hasWay ? inconclusive(error.message) : unsupported(error.message);
  }
}

async function borrow(stage: Stage, names: readonly string[]) {
  const { limit, source } = stage.accounts;
  if (names.length > limit) {
    const why = `it needs ${names.length} users (${names.join(', ')})`;
    throw unsupported(`${why}, and ${source.name} gives ${limit}`);
  }
  try {
    return await stage.accounts.borrow(names.length, stage.accountLine, stage.deadline);
  } catch (error) {
    if (error instanceof AccountError) throw inconclusive(`no account: ${error.message}`);
    throw error;
  }
}
