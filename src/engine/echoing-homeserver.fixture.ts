import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { type Received, startLocalServer } from '../client/local-server.fixture.ts';
import type { RegistrationOptions } from '../homeserver/accounts/registration-options.ts';
import { startHomeserver } from '../homeserver/start-homeserver.ts';

/** A homeserver that tells everybody what it was told. */
export interface EchoingHomeserver {
  /** Where it does as the reference homeserver does, and says nothing. */
  readonly soundUrl: string;
  readonly url: string;
  /** Passwords and tokens that went over the wire, in either direction. */
  readonly secrets: ReadonlySet<string>;
}

/** How each request is answered: truly, with all that was heard put into it; or not at all. */
export type Refusing = 'nothing' | 'some' | 'accounts';

const longestEcho = 6000;

/** Starts one before a reference homeserver; both end with the test. */
export async function startEchoing(
  registration: RegistrationOptions,
  refusing: Refusing,
): Promise<EchoingHomeserver> {
  const reference = await startHomeserver({ registration });
  onTestFinished(() => reference.close());
  const secrets = new Set<string>();
  const heard = new Set<string>();
  const server = await startLocalServer((response, request, count) => {
    for (const text of hear(request)) heard.add(text);
    for (const secret of secretsIn(request.body.toString(), request.path)) secrets.add(secret);
    const isVital = /\/(versions|version|register|login|whoami|capabilities)\b/.test(request.path);
    const isRefused = refusing === 'accounts' ? !/\/version/.test(request.path) : !isVital;
    const echo = echoOf([...heard].toReversed());
    if (refusing !== 'nothing' && isRefused && count % 2 === 1) refuse(response, echo, count);
    else forward(reference.url, request, response, echo, secrets).catch(() => response.destroy());
  });
  onTestFinished(() => server.close());
  return { soundUrl: reference.url, url: server.url, secrets };
}

function hear({ path, headers, body }: Received): string[] {
  return [headers.authorization ?? '', body.toString(), path].filter((text) => text !== '');
}

/** The tokens of invitations by third parties are told to all in the room, and are none. */
function* secretsIn(json: string, path: string): Generator<string> {
  const isOfAccounts = /\/(register|login)\b/.test(path);
  const pattern = /"(access_token|password|token|mac)":("[^"\\]+")/g;
  for (const [, name, text = ''] of json.matchAll(pattern)) {
    if (isOfAccounts || name !== 'token') yield JSON.parse(text);
  }
}

/** The latest first, spelled in turn as it is, percent-encoded, and as JSON. */
function echoOf(heard: readonly string[]): string {
  const spellings = [
    (text: string) => text,
    (text: string) => encodeURIComponent(text.toWellFormed()),
    (text: string) => JSON.stringify(text),
  ];
  const spelled = heard.slice(0, 12).flatMap((text) => spellings.map((spell) => spell(text)));
  return spelled.join(' ').slice(0, longestEcho);
}

/** Percent-encoded, and as JSON of ASCII: a header holds no other characters. */
function headersWith(echo: string): Record<string, string> {
  const encoded = encodeURIComponent(echo.toWellFormed());
  const escaped = JSON.stringify(echo).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const name = `x-${encoded.replace(/[()]/g, '').slice(0, 300)}`;
  return { 'x-echo': encoded.slice(0, 5000), server: escaped.slice(0, 5000), [name]: 'name' };
}

/** In turn: an error, ids that are none, no JSON at all, a redirect, a broken server. */
function refuse(response: ServerResponse, echo: string, count: number): void {
  const json = { 'content-type': 'application/json', ...headersWith(echo) };
  const send = (status: number, body: string, headers: Record<string, string> = json) =>
    void response.writeHead(status, headers).end(body);
  const cases = [
    () => send(403, JSON.stringify({ errcode: `M_${echo}`, error: echo })),
    () => send(403, JSON.stringify({ errcode: 'M_FORBIDDEN', error: echo, echo: [echo] })),
    () => send(200, JSON.stringify({ room_id: echo, event_id: echo, [echo]: { echo } })),
    () => send(200, echo, { 'content-type': `text/${headersWith(echo)['x-echo']}` }),
    () => send(200, JSON.stringify(echo)),
    () => send(302, '', { location: `/${headersWith(echo)['x-echo']}` }),
    () => send(500, echo, headersWith(echo)),
    () => send(418, '\ufffd', { 'content-type': headersWith(echo).server ?? '' }),
    () => void response.writeHead(200, json).end(Buffer.from(`\u00ff${echo}`, 'latin1')),
    () => void response.socket?.end(`HTTP/1.1 2000 ${echo}\r\n\r\n`),
  ];
  cases[Math.floor(count / 2) % cases.length]?.();
}

/** Does what it is asked, and puts the echo beside the answer. */
async function forward(
  url: string,
  request: Received,
  response: ServerResponse<IncomingMessage>,
  echo: string,
  secrets: Set<string>,
): Promise<void> {
  const { method, path, headers, body } = request;
  const sent: Record<string, string> = {};
  for (const name of ['authorization', 'content-type'] as const) {
    if (headers[name] !== undefined) sent[name] = headers[name];
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const answer = await fetch(url + path, {
    method,
    headers: sent,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  });
  const text = await answer.text();
  for (const secret of secretsIn(text, path)) secrets.add(secret);
  const [, token] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  if (token !== undefined && answer.ok) secrets.add(token);
  const echoed = text.startsWith('{')
    ? JSON.stringify({ ...JSON.parse(text), echo, ...(answer.ok ? {} : { error: echo }) })
    : text;
  response.writeHead(answer.status, { 'content-type': 'application/json', ...headersWith(echo) });
  response.end(echoed);
}
