import { expect, test } from 'vitest';
import { coverage } from './coverage.ts';
import { exchange } from './report.fixture.ts';

const put = {
  operationId: 'setRoomStateWithKey',
  method: 'PUT',
  path: '/state',
  statuses: ['200', '4XX', '429'],
};
const other = { operationId: 'sync', method: 'GET', path: '/sync', statuses: ['200'] };

test('an operation has the statuses that came, how often, and those that never did', () => {
  const seen = coverage([put, other], [exchange(), exchange(), exchange({ operationId: 'login' })]);
  expect(seen.operations[0]).toMatchObject({
    calls: 2,
    seen: [{ status: '404', count: 2, isDocumented: true }],
    unseen: ['200', '429'],
  });
  expect(seen.operations[1]).toMatchObject({ calls: 0, seen: [], unseen: ['200'] });
  expect(seen).toMatchObject({
    exercised: 1,
    statuses: { seen: 1, total: 4 },
    others: [{ operationId: 'login', calls: 1 }],
  });
});

test('a status that is named counts for none of what stands for all others', () => {
  const wide = { ...put, statuses: ['404', '4XX', 'default'] };
  const seenIn = (statuses: readonly number[]) => {
    const { response } = exchange();
    if (response === undefined) throw new Error('the fixture has a response');
    const all = statuses.map((status) => exchange({ response: { ...response, status } }));
    return coverage([wide], all).operations[0]?.unseen;
  };
  expect(seenIn([404])).toEqual(['4XX', 'default']);
  expect(seenIn([403])).toEqual(['404', 'default']);
  expect(seenIn([403, 404, 502])).toEqual([]);
});

test('a status that no document has is told as such, and so is no answer', () => {
  const { response: _, ...silent } = exchange({ operationId: 'sync' });
  const { operations } = coverage([other], [exchange({ operationId: 'sync' }), silent]);
  expect(operations[0]?.seen).toEqual([
    { status: '404', count: 1, isDocumented: false },
    { status: 'none', count: 1, isDocumented: false },
  ]);
});

test('a request of no operation covers nothing', () => {
  const { operationId: _, ...raw } = exchange();
  expect(coverage([put], [raw])).toMatchObject({ exercised: 0, others: [] });
});
