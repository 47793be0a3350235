import type { Account } from '../client/account.ts';
import { serverNameOf } from '../client/account.ts';
import { type Answer, memberOf } from '../client/answer.ts';
import type { Arguments } from '../client/prepare-request.ts';
import type { Variation } from '../client/variation.ts';
import { ask } from './ask.ts';
import { demandKnown } from './demand-known.ts';
import { demandSuccess } from './demand-success.ts';
import { type Entry, readEntry } from './entry.ts';
import { type Attempts, observe } from './observe.ts';
import { type NamedRefusal, type Refusal, refusalOf, refusalText } from './refusal.ts';
import { type Actor, type RefusedBeside, refuse } from './refuse.ts';
import type { Stage } from './stage.ts';
import { inconclusive } from './stop-scenario.ts';

/** A logged-in user, as far as any operation can be called by one. */
export class Asker implements Actor {
  /** `alice`: what the story calls them. */
  readonly name: string;
  /** `@localpart:server.name`. */
  readonly id: string;
  readonly account: Account;
  protected readonly stage: Stage;

  constructor(name: string, account: Account, stage: Stage) {
    this.name = name;
    this.id = account.userId;
    this.account = account;
    this.stage = stage;
  }

  get serverName(): string {
    return serverNameOf(this.id);
  }

  /** Calls an operation, which has to work; the scenario ends where it does not. */
  async call(operationId: string, args: Arguments = {}, as?: Variation): Promise<Answer> {
    const answer = await this.asks(operationId, args, as);
    await demandKnown(this, answer);
    demandSuccess(this.stage, operationId, this.name, answer);
    return answer;
  }

  /** Calls an operation and leaves the judgement of its success to the scenario. */
  async asks(operationId: string, args: Arguments = {}, as?: Variation): Promise<Answer> {
    return ask(this.stage, operationId, args, this, as);
  }

  /**
   * Calls an operation, which has to be refused, beside its control, which has to succeed.
   * A refused write must leave the state as it was: it is read before and afterwards.
   */
  async cannot(
    operationId: string,
    args: Arguments,
    refusal: NamedRefusal | Refusal,
    beside: RefusedBeside,
  ): Promise<Answer> {
    return refuse(this.stage, this, { operationId, args, refusal: refusalOf(refusal), beside });
  }

  /**
   * Tries what the specification leaves open, notes each answer, and sees that the homeserver still
   * works. @param roomId a room in which this user may set state.
   */
  async tries<Tried extends Attempts>(roomId: string, attempts: Tried) {
    return observe(this.stage, this, roomId, attempts);
  }

  /** Reads a state entry; one that was never set is an answer too. */
  async reads(entry: Entry): Promise<Answer> {
    return readEntry(this.stage, this, entry);
  }

  /** Whether the homeserver knows this user's token. Judges nothing. */
  async isKnown(): Promise<boolean> {
    const answer = await this.asks('getTokenOwner');
    return answer.status === 200;
  }

  /** A string member of an answer. @throws StopScenario where it is none: nothing can follow. */
  takes(answer: Answer, member: string): string {
    const value = memberOf(answer, member);
    if (typeof value === 'string') return value;
    const text = refusalText(this.stage.redactor, answer);
    throw inconclusive(`the answer has no ${member} (${text})`);
  }
}
