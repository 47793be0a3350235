import type { RequestListener, ServerResponse } from 'node:http';
import { createHomeserver } from './homeserver.ts';
import { listen, type RunningHomeserver } from './http/listen.ts';
import { listener } from './http/listener.ts';

/** A server that does nothing of what it is asked. Whatever passes on it has checked nothing. */
export interface NullHomeserver {
  /** What it does, as a reader of a report is to be told. */
  readonly name: string;
  start(): Promise<Pick<RunningHomeserver, 'url' | 'close'>>;
}

/** What a null homeserver answers to everything; it is given the body that was sent. */
const answers: Readonly<Record<string, (response: ServerResponse, sent: Buffer) => void>> = {
  '404 to all': (response) => response.writeHead(404).end(),
  '404 M_UNRECOGNIZED to all': (response) =>
    sendJson(response, 404, { errcode: 'M_UNRECOGNIZED', error: 'Unrecognized request' }),
  '200 {} to all': (response) => sendJson(response, 200, {}),
  '401 to all': (response) =>
    sendJson(response, 401, { errcode: 'M_UNKNOWN_TOKEN', error: 'Unknown token' }),
  '500 to all': (response) =>
    sendJson(response, 500, { errcode: 'M_UNKNOWN', error: 'Internal server error' }),
  '403 M_FORBIDDEN to all': (response) =>
    sendJson(response, 403, { errcode: 'M_FORBIDDEN', error: 'You may not do that' }),
  '400 M_UNKNOWN to all': (response) =>
    sendJson(response, 400, { errcode: 'M_UNKNOWN', error: 'Something is wrong' }),
  '204 to all': (response) => response.writeHead(204).end(),
  '200 and one event id to all': (response) =>
    sendJson(response, 200, { event_id: `$${'0'.repeat(43)}` }),
  '200 and what was sent to all': (response, sent) =>
    response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(sent.length === 0 ? '{}' : sent),
  'HTML to all': (response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end('<!doctype html><title>It works!</title>'),
  'connection closed': (response) => response.destroy(),
};

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

const statePath =
  /^\/_matrix\/client\/[^/]+\/rooms\/[^/]+\/(?:state|members|joined_members)(?:[/?]|$)/;

const aliasPath = /^\/_matrix\/client\/[^/]+\/(?:directory\/room\/|rooms\/[^/]+\/aliases)/;

/**
 * Everything that leads up to the state endpoints is real; those alone do nothing, and those that
 * read aliases: they are made as they should be, for what is asked of the state.
 */
function meaner(nothing: RequestListener): RequestListener {
  const real = listener(createHomeserver());
  return (request, response) => {
    const { url = '', method } = request;
    const isNothing = statePath.test(url) || (method === 'GET' && aliasPath.test(url));
    return isNothing ? nothing(request, response) : real(request, response);
  };
}

/**
 * Null homeservers, and a meaner twin of each: it registers users, creates rooms and joins them as
 * a homeserver does, and does nothing about state, and to read aliases, so that a scenario gets as
 * far as its point.
 */
export const nullHomeservers: readonly NullHomeserver[] = Object.entries(answers).flatMap(
  ([name, answer]) => {
    const nothing: RequestListener = (request, response) => {
      // The body is read before the answer, as a client may not look at it while it still writes.
      const sent: Buffer[] = [];
      request.on('data', (chunk: Buffer) => sent.push(chunk));
      request.on('end', () => answer(response, Buffer.concat(sent)));
    };
    return [
      { name, start: () => listen(nothing) },
      { name: `${name}, for state alone`, start: () => listen(meaner(nothing)) },
    ];
  },
);
