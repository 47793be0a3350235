import { describe, expect, test } from 'vitest';
import type { Framing } from './framing.ts';
import { createDice, makeUpExchange } from './made-up-exchange.fixture.ts';
import { MessageReader } from './message-reader.ts';
import { readHead } from './read-head.ts';
import { requestFraming } from './request-framing.ts';

/** What a reader told, in a row, and what it held back. */
function listen() {
  const told: string[] = [];
  let body = '';
  let all = '';
  const reader = new MessageReader({
    head(text): Framing {
      const head = readHead(text);
      const framing = requestFraming(head.headers);
      told.push(head.first);
      all += `${text}\r\n\r\n`;
      return framing;
    },
    data: (part) => {
      body += part.toString('latin1');
    },
    end() {
      told.push(body);
      body = '';
    },
    rest(bytes) {
      all += bytes.toString('latin1');
    },
    lost: (why) => told.push(why),
  });
  return { reader, told, passed: () => all };
}

const head = 'PUT / HTTP/1.1\r\n';
const chunked = `${head}Transfer-Encoding: chunked\r\n`;

describe('MessageReader', () => {
  test('a message is read the same wherever it is split', () => {
    const dice = createDice(7);
    const messages = Array.from({ length: 12 }, () => makeUpExchange(dice, 2000));
    const bytes = Buffer.concat(messages.map(({ request }) => request));
    const expected = messages.flatMap(({ request, requestBody }) => [
      request.toString('latin1').split('\r\n')[0],
      requestBody.toString('latin1'),
    ]);
    for (const size of [1, 2, 3, 7, 64, 1000, bytes.length]) {
      const { reader, told, passed } = listen();
      for (let at = 0; at < bytes.length; at += size) reader.read(bytes.subarray(at, at + size));
      expect(told).toEqual(expected);
      expect(passed()).toBe(bytes.toString('latin1'));
    }
  });

  test('what was begun of a head is passed on when there are no messages any more', () => {
    const { reader, passed } = listen();
    reader.read(Buffer.from('GET / HT'));
    reader.stop();
    reader.read(Buffer.from('TP'));
    expect(passed()).toBe('GET / HTTP');
  });

  test.each([
    ['two framings', `${chunked}Content-Length: 1\r\n\r\n`, 'it says twice how long its body is'],
    [
      'two lengths',
      `${head}Content-Length: 1\r\nContent-Length: 1\r\n\r\n`,
      'its content length is no number',
    ],
    ['a signed length', `${head}Content-Length: +1\r\n\r\n`, 'its content length is no number'],
    [
      'another coding',
      `${head}Transfer-Encoding: gzip, chunked\r\n\r\n`,
      'its transfer encoding is not chunked',
    ],
    ['a folded header', `${head}A: b\r\n c\r\n\r\n`, 'a header has an odd name, or none'],
    [
      'a space before the colon',
      `${head}Content-Length : 1\r\n\r\n`,
      'a header has an odd name, or none',
    ],
    [
      'a bare LF',
      `${head}A: b\nContent-Length: 1\r\n\r\n`,
      'its head has a control character in it',
    ],
    ['a bare CR', `${head}A: b\rC: d\r\n\r\n`, 'its head has a control character in it'],
    ['lines of LF alone', 'GET / HTTP/1.1\nHost: hs\n\n', 'its head has a control character in it'],
    [
      'a head without end',
      `${head}${'A: b\r\n'.repeat(20_000)}`,
      'its head is longer than 65536 bytes',
    ],
    ['a chunk without size', `${chunked}\r\n\r\n`, 'the size of a chunk is no number'],
    ['a signed chunk', `${chunked}\r\n-1\r\n`, 'the size of a chunk is no number'],
    ['a chunk in 0x', `${chunked}\r\n0x1\r\na\r\n`, 'the size of a chunk is no number'],
    ['a chunk that is too long', `${chunked}\r\n1\r\nab\r\n`, 'a chunk is longer than it says'],
    ['a chunk line of LF alone', `${chunked}\r\n1\na\r\n`, 'a line between chunks has no CR'],
  ])('%s is not read, and all of it is passed on', (_, text, why) => {
    for (const size of [text.length, 5]) {
      const { reader, told, passed } = listen();
      for (let at = 0; at < text.length; at += size) {
        reader.read(Buffer.from(text.slice(at, at + size), 'latin1'));
      }
      reader.read(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
      expect(told.at(-1)).toBe(why);
      expect(passed()).toBe(`${text}GET / HTTP/1.1\r\n\r\n`);
    }
  });

  test('a header that is named like a member of every object is one like others', () => {
    const { headers } = readHead(
      'GET / HTTP/1.1\r\n__proto__: a\r\nConstructor: b\r\nconstructor: c',
    );
    expect(Object.entries(headers)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b, c'],
    ]);
  });
});
