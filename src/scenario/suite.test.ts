import { expect, test } from 'vitest';
import { suite } from './suite.ts';

const options = { title: 'It is so', rows: ['A1'], run: async () => {} };
const make = () => suite('things', { section: 'client-server-api/#a', operations: ['putThing'] });

test('scenarios stand in the order in which they are written, each under its permanent id', () => {
  const things = make();
  things.must('first', options);
  things.should('second', { ...options, section: 'rooms/v11/', operations: ['getThing'] });
  expect(things.scenarios.map(({ run: _run, ...rest }) => rest)).toEqual([
    {
      id: 'things/first',
      suite: 'things',
      level: 'MUST',
      title: 'It is so',
      section: 'client-server-api/#a',
      rows: ['A1'],
      operations: ['putThing'],
    },
    {
      id: 'things/second',
      suite: 'things',
      level: 'SHOULD',
      title: 'It is so',
      section: 'rooms/v11/',
      rows: ['A1'],
      operations: ['putThing', 'getThing'],
    },
  ]);
});

test('what is only observed demands nothing', () => {
  const things = make();
  things.observes('third', { ...options, unsafe: 'it may fall over' });
  expect(things.scenarios[0]).toMatchObject({ level: 'UNSPECIFIED', unsafe: 'it may fall over' });
});

test('an id is there once only', () => {
  const things = make();
  things.must('first', options);
  expect(() => things.should('first', options)).toThrow('things/first is there twice');
});
