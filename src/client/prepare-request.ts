import type { Operation } from '../model/operation.ts';
import type { Account } from './account.ts';
import { percentEncode } from './percent-encode.ts';
import type { PreparedRequest } from './prepared-request.ts';

/** The arguments of a call by the names of the document's parameters; `body` is the JSON body. */
export type Arguments = Readonly<Record<string, unknown>> & { readonly body?: unknown };

const encoder = new TextEncoder();

/** Who asks: a name for the report, and an account where there is one. */
export interface Caller {
  readonly name: string;
  readonly account?: Account;
}

/**
 * A request for the operation, each argument where the document puts it.
 * @throws TypeError where an argument has no place in the document, or a required one is missing:
 * a mistake of the scenario, never of the homeserver.
 */
export function prepareRequest(
  operation: Operation,
  args: Arguments,
  caller?: Caller,
): PreparedRequest {
  const { body } = args;
  const headers: Record<string, string> = { accept: 'application/json' };
  const query: string[] = [];
  let path = operation.path;
  for (const parameter of operation.parameters) {
    const value = args[parameter.name];
    if (value === undefined) {
      if (!parameter.required) continue;
      throw new TypeError(`${operation.operationId} needs the argument ${parameter.name}`);
    }
    const { name } = parameter;
    if (parameter.in === 'query') query.push(...queryParts(name, value));
    else if (parameter.in === 'path')
      path = path.replace(`{${name}}`, percentEncode(String(value)));
    else if (parameter.in === 'header') headers[name.toLowerCase()] = String(value);
    else throw new TypeError(`${operation.operationId} sets a cookie, ${name}: Matrix has none`);
  }
  demandNoStray(operation, args);
  if (body !== undefined && operation.requestMediaTypes.length === 0) {
    throw new TypeError(`${operation.operationId} has no request body in its document`);
  }
  const account = caller?.account;
  if (account !== undefined) headers.authorization = `Bearer ${account.accessToken}`;
  if (account?.masquerade === true) query.push(`user_id=${percentEncode(account.userId)}`);
  const [mediaType] = operation.requestMediaTypes;
  if (body !== undefined && mediaType !== undefined) headers['content-type'] = mediaType;
  return {
    method: operation.method,
    path: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers,
    operation,
    ...(caller === undefined ? {} : { user: caller.name }),
    ...(account === undefined ? {} : { token: account.accessToken }),
    ...(body === undefined ? {} : { body: encoder.encode(JSON.stringify(body)) }),
  };
}

function demandNoStray({ operationId, parameters }: Operation, args: Arguments): void {
  const isKnown = (name: string) => parameters.some((one) => one.name === name);
  const stray = Object.keys(args).find((name) => name !== 'body' && !isKnown(name));
  if (stray === undefined) return;
  throw new TypeError(`${operationId} has no parameter ${stray} in its document`);
}

/** A list is repeated, `via=a&via=b`: OpenAPI's `form` with `explode`, the default of a query. */
function queryParts(name: string, value: unknown): string[] {
  return [value]
    .flat()
    .map((one: unknown) => `${percentEncode(name)}=${percentEncode(String(one))}`);
}
