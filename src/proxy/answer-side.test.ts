import { expect, test } from 'vitest';
import { AnswerSide } from './answer-side.ts';
import { Conversation } from './conversation.ts';
import { KeptBytes } from './kept-bytes.ts';
import { PassingExchange } from './passing-exchange.ts';

test('after an answer that nobody asked for nothing is waited for on the connection', () => {
  const told: unknown[] = [];
  const conversation = new Conversation({
    onExchange: (spoken) => told.push(spoken),
    onNotJudged: (why, count) => told.push([why, count]),
  });
  const side = new AnswerSide(
    conversation,
    () => {},
    () => {},
  );
  expect(side.head('HTTP/1.1 200 OK\r\nContent-Length: 0')).toBe('no-message');
  const head = { method: 'GET', url: '/', headers: {}, length: 20 };
  const keeping = { largestKept: 1000, keptBytes: new KeptBytes(1000) };
  conversation.begin(new PassingExchange(head, keeping));
  expect(conversation.answering).toBeUndefined();
  conversation.end();
  expect(told).toEqual([['its connection could not be followed', 1]]);
});
