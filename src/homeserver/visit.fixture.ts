import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import type { JsonObject } from './events/json.ts';
import { type StartOptions, startHomeserver } from './start-homeserver.ts';

export const api = '/_matrix/client/v3';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects to be where
  readonly body: any;
}

export interface Ask {
  readonly token?: string | undefined;
  /** Sent as JSON; a string as it stands. */
  readonly body?: JsonObject | readonly unknown[] | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one request with its path as it stands, which `fetch` would tidy up. */
export function ask(url: string, method: string, path: string, how: Ask = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const authorization = how.token === undefined ? {} : { authorization: `Bearer ${how.token}` };
  const body = typeof how.body === 'string' ? how.body : JSON.stringify(how.body ?? {});
  const bytes = Buffer.from(method === 'GET' && how.body === undefined ? '' : body);
  const type = { 'content-type': 'application/json' };
  const length = { 'content-length': bytes.length };
  const headers = { ...type, ...length, ...authorization, ...how.headers };
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = response.headers['content-type'] === 'application/json';
        const { statusCode: status = 0 } = response;
        resolve({ status, headers: response.headers, body: isJson ? JSON.parse(text) : text });
      });
    });
    asked.on('error', reject);
    asked.end(bytes);
  });
}

/** Somebody with an access token. */
export class Guest {
  readonly #url: string;
  readonly token: string;
  readonly id: string;

  constructor(url: string, token: string, id: string) {
    this.#url = url;
    this.token = token;
    this.id = id;
  }

  /** `path` begins after `/_matrix/client/v3`. */
  ask(method: string, path: string, body?: Ask['body']): Promise<Answer> {
    return ask(this.#url, method, `${api}${path}`, { token: this.token, ...(body && { body }) });
  }

  /** Makes a room, public where the body does not say otherwise; gives the path of the room. */
  async opens(body: JsonObject = {}): Promise<string> {
    const answer = await this.ask('POST', '/createRoom', { preset: 'public_chat', ...body });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return `/rooms/${encodeURIComponent(answer.body.room_id)}`;
  }
}

/** A homeserver for the length of one test, and a way to become a user of it. */
export async function visit(options: StartOptions = {}) {
  const { url, close } = await startHomeserver(options);
  onTestFinished(close);
  return {
    url,
    ask: (method: string, path: string, how?: Ask) => ask(url, method, path, how),
    async register(username: string): Promise<Guest> {
      const path = `${api}/register`;
      const wish = { username, password: 'secret' };
      const { session } = (await ask(url, 'POST', path, { body: wish })).body;
      const auth = { type: 'm.login.dummy', session };
      const { body } = await ask(url, 'POST', path, { body: { ...wish, auth } });
      return new Guest(url, body.access_token, body.user_id);
    },
  };
}
