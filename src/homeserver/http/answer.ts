import type { IncomingMessage } from 'node:http';
import { checkAccount } from '../accounts/account-checks.ts';
import { isObject, type JsonObject } from '../events/json.ts';
import type { Homeserver } from '../homeserver.ts';
import type { Reply } from './call.ts';
import { findRoute } from './find-route.ts';
import { MatrixError } from './matrix-error.ts';
import { bodyTooLarge, readBody } from './read-body.ts';
import type { Route } from './route.ts';

/**
 * The answer to a request. The order of the checks is path, method, rate limit, token, account, body,
 * and then whatever the operation checks; whoever sends two faults at once learns of the first.
 */
export async function answer(
  homeserver: Homeserver,
  request: IncomingMessage,
  gone: AbortSignal,
): Promise<Reply> {
  const bytes = await readBody(request);
  try {
    const { method = '', url = '/' } = request;
    if (method === 'OPTIONS') return homeserver.wire.preflight(request);
    await homeserver.gather(request);
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
    const { route, params } = findRoute(homeserver, method, path);
    const { operationId } = route;
    homeserver.limit(operationId);
    const { authorization } = request.headers;
    const session =
      route.access === 'token'
        ? homeserver.sessionOf(homeserver, homeserver.wire.token(authorization), query)
        : undefined;
    const account = homeserver.accounts.get(session?.userId ?? '');
    if (account !== undefined) checkAccount(homeserver.accountChecks, account, operationId);
    const { text, body } = readObject(homeserver, route, bytes, request.headers['content-type']);
    const sender = session?.userId ?? '';
    return await route.handle(
      { operationId, params, query, body, text, session, sender, authorization, gone },
      homeserver,
    );
  } catch (error) {
    if (error instanceof MatrixError) {
      return { status: error.status, body: error.body, headers: error.headers };
    }
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 500, body: { errcode: 'M_UNKNOWN', error: `Internal error: ${reason}` } };
  }
}

function readObject(
  homeserver: Homeserver,
  route: Route,
  bytes: Buffer | undefined,
  contentType: string | undefined,
): { text: string; body: JsonObject } {
  if (route.body === 'none') return { text: '', body: {} };
  if (bytes === undefined) throw bodyTooLarge();
  const text = homeserver.wire.text(bytes);
  if (route.body === 'optional' && text === '') return { text, body: {} };
  const body = homeserver.wire.parse(text, contentType);
  if (isObject(body)) return { text, body };
  throw new MatrixError(400, 'M_BAD_JSON', 'The body is not a JSON object');
}
