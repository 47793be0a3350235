import type { IncomingMessage } from 'node:http';
import type { Homeserver } from '../../homeserver.ts';
import type { Written } from '../../http/wire.ts';

/** Has some requests, whatever came of them, answered with 500, or with something else. */
export function breakAnswer(
  { wire }: Homeserver,
  isBroken: (request: IncomingMessage, status: number) => boolean,
  change: (written: Written) => Written = failed,
): void {
  const { write } = wire;
  wire.write = (reply, request) => {
    const written = write(reply, request);
    return isBroken(request, written.status) ? change(written) : written;
  };
}

function failed(written: Written): Written {
  return { ...written, status: 500, text: '{"errcode": "M_UNKNOWN", "error": "Unforeseen"}' };
}

/** The same status, and a page for people in place of a standard error. */
export function asHtml({ status, headers }: Written): Written {
  return { status, headers: { ...headers, 'Content-Type': 'text/html' }, text: '<h1>Error</h1>' };
}
