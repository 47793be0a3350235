import type { Exchange } from '../model/exchange.ts';
import type { Account } from './account.ts';
import { AccountError } from './account-error.ts';
import type { Answer } from './answer.ts';
import type { AuthLine } from './auth/account-source.ts';
import type { Contract } from './contract.ts';
import { converse, type Line } from './converse.ts';
import { MadeUp } from './made-up.ts';
import { type Arguments, prepareRequest } from './prepare-request.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { stillLimited } from './rate-limit.ts';
import { TransportError } from './transport-error.ts';

interface Ground extends Line {
  readonly contract: Contract;
  /** What names are made up of; of its own where none is given. */
  readonly madeUp?: MadeUp;
  /** Told of each exchange, answered or not. */
  readonly onExchange?: (exchange: Exchange) => void;
}

/** Requests that get accounts: answered or not, they are no part of any scenario. */
export function createAuthLine(line: Ground): AuthLine {
  return {
    redactor: line.redactor,
    madeUp: line.madeUp ?? new MadeUp(),
    call(operationId: string, args: Arguments, account?: Account) {
      const operation = line.contract.operation(operationId);
      const caller = account === undefined ? undefined : { name: 'account', account };
      return answered(line, prepareRequest(operation, args, caller));
    },
    raw(method, path, body, account) {
      return answered(line, {
        method,
        path,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(account === undefined ? {} : { authorization: `Bearer ${account.accessToken}` }),
        },
        ...(body === undefined ? {} : { body: new TextEncoder().encode(JSON.stringify(body)) }),
      });
    },
  };
}

async function answered(line: Ground, request: PreparedRequest): Promise<Answer> {
  const { answer, exchange } = await converse(line, request);
  line.onExchange?.(exchange);
  const what = `${request.method} ${request.path.split('?')[0]}`;
  if (answer?.status === 429) throw new AccountError(stillLimited(what, line.waitBudget.totalMs));
  if (answer !== undefined) return answer;
  throw new TransportError(`${what}: ${exchange.failure ?? 'no answer'}`);
}
