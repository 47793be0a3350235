import { expect, test } from 'vitest';
import { AnswerSide } from './answer-side.ts';
import { Conversation } from './conversation.ts';
import { PassingExchange } from './passing-exchange.ts';

test('after an answer that nobody asked for nothing is waited for on the connection', () => {
  const told: unknown[] = [];
  const conversation = new Conversation((spoken) => told.push(spoken));
  const side = new AnswerSide(
    conversation,
    () => {},
    () => {},
  );
  expect(side.head('HTTP/1.1 200 OK\r\nContent-Length: 0')).toBe('no-message');
  conversation.begin(new PassingExchange('GET', '/', {}, 1000));
  expect(conversation.answering).toBeUndefined();
  conversation.end();
  expect(told).toEqual([]);
});
