import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Evil } from './hostile-proxy.fixture.ts';

const depth = 100_000;

/** A whole answer, with its true length; the next request needs a connection of its own. */
function whole(body: string | Uint8Array, status = '200 OK', headers = ''): Evil['answer'] {
  const bytes = Buffer.from(body);
  const type = /^content-type:/im.test(headers) ? '' : 'Content-Type: application/json\r\n';
  const head = `HTTP/1.1 ${status}\r\n${type}${headers}Connection: close\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  return (socket) => socket.end(Buffer.concat([Buffer.from(head, 'latin1'), bytes]));
}

/** What goes over the wire as it stands, and then the end of the connection. */
function raw(text: string): Evil['answer'] {
  return (socket) => socket.end(Buffer.from(text, 'latin1'));
}

/** Writes without end, as fast as it is read. */
function pour(head: string, chunk: string): Evil['answer'] {
  return (socket) => {
    const more = () => {
      while (!socket.destroyed && socket.write(chunk, 'latin1'));
    };
    socket.write(head);
    socket.on('drain', more);
    more();
  };
}

/** One byte now and then: never done, and never quite silent. */
function drip(head: string): Evil['answer'] {
  return (socket: Socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(' '), 100);
    socket.on('close', () => clearInterval(timer));
  };
}

const ok = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const chunked = `${ok}Transfer-Encoding: chunked\r\n\r\n`;
const nasty = '\u001b[2J\u001b]0;owned\u0007\u0000]]>&<\u202e\u2066\ufffe';
const nastyError = JSON.stringify({ errcode: 'M_FORBIDDEN', error: nasty });
const deepArrays = '['.repeat(depth) + ']'.repeat(depth);
const deepObjects = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const limited = '{"errcode":"M_LIMIT_EXCEEDED","error":"slow down"}';
const busy = '429 Too Many Requests';

/** Bodies that are too long, too slow, too deep, or no text. */
export const evilBodies: readonly Evil[] = [
  { name: 'an endless body', answer: pour(chunked, `1000\r\n${' '.repeat(4096)}\r\n`) },
  { name: 'an endless body without a length', answer: pour(`${ok}\r\n`, '['.repeat(65_536)) },
  { name: 'a slow body', answer: drip(`${ok}Content-Length: 1000000\r\n\r\n`) },
  { name: 'slow headers', answer: drip('HTTP/1.1 200 OK\r\nX-Slow:') },
  { name: 'arrays 100,000 deep', answer: whole(deepArrays) },
  { name: 'objects 100,000 deep', answer: whole(deepObjects) },
  { name: 'an event id that is 100,000 deep', answer: whole(`{"event_id":${deepArrays}}`) },
  {
    name: 'an error that is 100,000 deep',
    answer: whole(`{"errcode":"M_FORBIDDEN","error":${deepObjects}}`, '403 Forbidden'),
  },
  {
    name: 'a content that is 100,000 deep',
    answer: whole(`{"event_id":"$a","topic":"t","content":${deepArrays}}`),
  },
  { name: 'invalid UTF-8', answer: whole(Buffer.from('{"event_id":"$\xff\xc0\x80"}', 'latin1')) },
  { name: 'NULs', answer: whole('\0'.repeat(100_000)) },
  { name: 'an event id of 10 MB', answer: whole(`{"event_id":"$${'a'.repeat(10_000_000)}"}`) },
  { name: 'a flat array of 8 MB', answer: whole(`[${'0,'.repeat(4_000_000)}0]`) },
  { name: 'five million empty objects', answer: whole(`[${'{},'.repeat(5_000_000)}0]`) },
  { name: 'half a million keys', answer: whole(manyKeys(500_000)) },
  { name: 'the same key twice', answer: whole('{"event_id":"$a","event_id":1}') },
  {
    name: '__proto__ members',
    answer: whole('{"__proto__":{"event_id":"$a","errcode":"M_X","error":"x"},"constructor":1}'),
  },
  { name: 'an error full of escapes', answer: whole(nastyError, '403 Forbidden') },
  {
    name: 'an unasked gzip',
    answer: whole(gzipSync('{}'), '200 OK', 'Content-Encoding: gzip\r\n'),
  },
];

/** What is no HTTP, or not what its own headers say. */
export const evilConnections: readonly Evil[] = [
  { name: 'fewer bytes than announced', answer: raw(`${ok}Content-Length: 100\r\n\r\n{}`) },
  { name: 'more bytes than announced', answer: raw(`${ok}Content-Length: 2\r\n\r\n{}{}{}{}`) },
  { name: 'two lengths', answer: raw(`${ok}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}}`) },
  { name: 'a negative length', answer: raw(`${ok}Content-Length: -1\r\n\r\n{}`) },
  { name: 'a bad chunk', answer: raw(`${chunked}zz\r\n{}\r\n`) },
  { name: 'a NUL in a header', answer: raw(`${ok}X-Evil: \0\x1b[2J\r\n\r\n{}`) },
  {
    name: 'a header of ANSI',
    answer: whole('{}', '403 \x1b[31mNo', `Content-Type: ${'\x9b'}2J\r\n`),
  },
  { name: 'a bomb of headers', answer: whole('{}', '200 OK', 'X-A: a\r\n'.repeat(100_000)) },
  {
    name: 'a header of 10 MB',
    answer: whole('{}', '200 OK', `X-A: ${'a'.repeat(10_000_000)}\r\n`),
  },
  { name: 'endless headers', answer: pour('HTTP/1.1 200 OK\r\n', 'X-A: a\r\n'.repeat(1000)) },
  { name: 'a flood of 1xx', answer: pour('', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1000)) },
  { name: 'a flood of 100', answer: pour('', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(1000)) },
  {
    name: 'an upgrade',
    answer: raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
  },
  { name: 'HTTP/0.9', answer: raw('<html>hello</html>\n') },
  {
    name: 'TLS',
    answer: raw('\x16\x03\x01\x00\x05\x01\x00\x00\x01\x03\x15\x03\x03\x00\x02\x02\x28'),
  },
  { name: 'a status of 999', answer: whole('{}', '999 What') },
  { name: 'a status of 0', answer: whole('{}', '000 What') },
  { name: 'a reset', answer: (socket) => socket.resetAndDestroy() },
  {
    name: 'a reset in the middle',
    answer: (socket) =>
      socket.write(`${ok}Content-Length: 9\r\n\r\n{`, () => socket.resetAndDestroy()),
  },
  { name: 'silence', answer: () => {} },
  ...['301 Moved Permanently', '302 Found', '307 Temporary Redirect', '308 Permanent Redirect'].map(
    (status): Evil => ({
      name: `a redirect: ${status}`,
      answer: (socket, elsewhere) =>
        whole('{}', status, `Location: ${elsewhere}/\r\n`)(socket, elsewhere),
    }),
  ),
  { name: 'a redirect to itself', answer: whole('{}', '302 Found', 'Location: ?\r\n') },
  {
    name: 'an answer before the request',
    early: true,
    answer: raw(`${ok}Content-Length: 2\r\n\r\n{}`.repeat(3)),
  },
];

/** Rate limits that ask for too much. */
export const evilLimits: readonly Evil[] = [
  { name: 'a wait of a million seconds', answer: whole(limited, busy, 'Retry-After: 1000000\r\n') },
  { name: 'a negative wait', answer: whole(limited, busy, 'Retry-After: -5\r\n') },
  { name: 'a wait of rubbish', answer: whole(limited, busy, 'Retry-After: soon\r\n') },
  { name: 'a wait of nothing, for ever', answer: whole(limited, busy, 'Retry-After: 0\r\n') },
  { name: 'a wait of five minutes', answer: whole(limited, busy, 'Retry-After: 300\r\n') },
];

function manyKeys(count: number): string {
  const keys = Array.from({ length: count }, (_, index) => `"k${index}":0`);
  return `{${keys.join(',')}}`;
}
