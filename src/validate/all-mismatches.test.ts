import { expect, test } from 'vitest';
import { createAjv } from '../schema/create-ajv.ts';
import { allMismatches } from './all-mismatches.ts';

const text = { type: 'string' };
const event = { type: 'object', required: ['type'], properties: { type: text, id: text } };
const schema = {
  type: 'object',
  required: ['next'],
  properties: {
    events: { type: 'array', items: event },
    name: text,
    choice: { anyOf: [text, { type: 'object', required: ['a'], properties: { a: text } }] },
  },
};
const validate = createAjv({ allErrors: true }).compile(schema);
const messages = (value: unknown) =>
  allMismatches(validate, value, 'the body').map(({ message }) => message);

test('every place is told, and each once', () => {
  const events = [{ type: 1 }, { id: 2 }, { type: 3 }];
  expect(messages({ events, name: null })).toEqual([
    "the body must have required property 'next'",
    '/events/0/type must be string',
    "/events/1 must have required property 'type'",
    '/events/1/id must be string',
    '/name must be string',
  ]);
});

test('of a choice the nearest is told alone, beside what else is wrong', () => {
  expect(messages({ next: 1, choice: { a: 1 }, name: 1 })).toEqual([
    '/name must be string',
    '/choice/a must be string',
  ]);
});

test('what is right has none', () => {
  expect(messages({ next: 1, events: [{ type: 'a' }], choice: 'b' })).toEqual([]);
});

test('a list that is wrong throughout is told in a bounded time', () => {
  const events = Array.from({ length: 100_000 }, () => 1);
  expect(messages({ next: 1, events })).toEqual(['/events/0 must be object']);
});

test('what is spelled wrong is told once, by its format or by its pattern', () => {
  const roomId = { type: 'string', format: 'uri', pattern: '^!' };
  const listed = createAjv({ allErrors: true }).compile({ type: 'array', items: roomId });
  const found = allMismatches(listed, ['no room'], 'the body');
  expect(found.map(({ place }) => place)).toHaveLength(1);
});
