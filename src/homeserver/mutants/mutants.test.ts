import { expect, test } from 'vitest';
import { createHomeserver } from '../homeserver.ts';
import { visit } from '../visit.fixture.ts';
import { mutants } from './mutants.ts';
import { routeOf } from './route-of.ts';

test('no two mutants have the same id or say the same', () => {
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  expect(new Set(mutants.map(({ fault }) => fault)).size).toBe(mutants.length);
});

test('a fault is one sentence, and an id is readable', () => {
  const isWrong = ({ id, fault }: { id: string; fault: string }) =>
    !/^[A-Z].*[^.]\.$/.test(fault) || !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id);
  expect(mutants.filter(isWrong)).toEqual([]);
});

test('each mutant names a scenario that is to kill it', () => {
  expect(mutants.filter(({ killedBy }) => killedBy.length === 0)).toEqual([]);
});

test('a mutant of an operation that there is not is our own mistake', () => {
  expect(() => routeOf(createHomeserver(), 'setRoomStat')).toThrow('has no setRoomStat');
});

test.each(mutants.map((mutant) => [mutant.id, mutant] as const))(
  '%s still lets users register and open rooms',
  async (_, mutant) => {
    const { register } = await visit({ mutant });
    const alice = await register('alice');
    const room = (await alice.opens()).replace('!', '%21');
    expect((await alice.ask('GET', `${room}/state/m.room.create/`)).status).toBe(200);
  },
);
