import type { IncomingMessage } from 'node:http';
import { bearerToken } from './bearer-token.ts';
import type { Reply } from './call.ts';
import { decodeSegment } from './decode-segment.ts';
import { unknownPath, wrongMethod } from './find-route.ts';
import type { MatrixError } from './matrix-error.ts';
import { decodeText, parseJson } from './parse-json.ts';

/** What goes onto the socket. */
export interface Written {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The HTTP side of a homeserver, in parts that can be replaced one by one. */
export interface Wire {
  segments(path: string): readonly string[];
  decode(segment: string): string;
  /** The text of a body. */
  text(bytes: Buffer): string;
  /** `contentType` is the request's header. A sound homeserver does not look at it. */
  parse(text: string, contentType: string | undefined): unknown;
  token(authorization: string | undefined): string;
  unknownPath(path: string): MatrixError;
  wrongMethod(method: string, path: string): MatrixError;
  preflight(request: IncomingMessage): Reply;
  write(reply: Reply, request: IncomingMessage): Written;
}

/** The recommended CORS headers (client-server-api/#web-browser-clients). */
const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'X-Requested-With, Content-Type, Authorization',
};

/** A wire without faults. */
export function soundWire(): Wire {
  return {
    segments: (path) => path.split('/'),
    decode: decodeSegment,
    text: decodeText,
    parse: parseJson,
    token: bearerToken,
    unknownPath,
    wrongMethod,
    preflight: () => ({ status: 200, body: {} }),
    write: (reply) => ({
      status: reply.status,
      headers: { ...cors, 'Content-Type': 'application/json', ...reply.headers },
      text: JSON.stringify(reply.body),
    }),
  };
}
