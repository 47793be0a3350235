import type { RequestListener } from 'node:http';
import type { Homeserver } from '../homeserver.ts';
import { answer } from './answer.ts';

/** Answers Node's requests as a homeserver. */
export function listener(homeserver: Homeserver): RequestListener {
  return (request, response) => {
    const gone = new AbortController();
    response.on('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    answer(homeserver, request, gone.signal).then(
      (reply) => {
        const { status, headers, text } = homeserver.wire.write(reply, request);
        const length = { 'Content-Length': Buffer.byteLength(text) };
        response.writeHead(status, { ...headers, ...length }).end(text);
      },
      // The client went away in the middle of its body: there is nobody to answer.
      () => response.destroy(),
    );
  };
}
