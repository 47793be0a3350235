import { expect, test } from 'vitest';
import { visit } from '../visit.fixture.ts';

const path = 'state/m.room.canonical_alias';

async function scene() {
  const { register } = await visit();
  const alice = await register('alice');
  const [room, other] = [await alice.opens(), await alice.opens()];
  const roomId = (of: string) => decodeURIComponent(of.slice('/rooms/'.length));
  const directory = (alias: string) => `/directory/room/${encodeURIComponent(alias)}`;
  for (const [alias, of] of [
    ['#good:reference.test', room],
    ['#also:reference.test', room],
    ['#other:reference.test', other],
  ] as const) {
    await alice.ask('PUT', directory(alias), { room_id: roomId(of) });
  }
  const put = async (content: { [name: string]: unknown }) => {
    const { status, body } = await alice.ask('PUT', `${room}/${path}`, content);
    return status === 200 ? 200 : body.errcode;
  };
  return { alice, put, directory };
}

test.each([
  [{ alias: '#good:reference.test' }, 200],
  [{ alias: '#good:reference.test', alt_aliases: ['#also:reference.test'] }, 200],
  [{ alias: null }, 200],
  [{ alias: '' }, 200],
  [{}, 200],
  [{ alias: '#none:reference.test' }, 'M_BAD_ALIAS'],
  [{ alias: '#other:reference.test' }, 'M_BAD_ALIAS'],
  [{ alias: '#good:elsewhere.test' }, 'M_BAD_ALIAS'],
  [{ alt_aliases: ['#good:reference.test', '#none:reference.test'] }, 'M_BAD_ALIAS'],
  [{ alias: 'good:reference.test' }, 'M_INVALID_PARAM'],
  [{ alias: 7 }, 'M_INVALID_PARAM'],
  [{ alt_aliases: '#good:reference.test' }, 'M_INVALID_PARAM'],
  [{ alt_aliases: [null] }, 'M_INVALID_PARAM'],
])('%j is answered with %s', async (content, expected) => {
  const { put } = await scene();
  expect(await put(content)).toBe(expected);
});

test('an alias that has gone may stay and may be removed, and not come back', async () => {
  const { alice, put, directory } = await scene();
  const stale = '#good:reference.test';
  const also = '#also:reference.test';
  expect(await put({ alias: stale })).toBe(200);
  expect((await alice.ask('DELETE', directory(stale))).status).toBe(200);
  expect(await put({ alias: stale, alt_aliases: [also, stale] })).toBe(200);
  expect(await put({ alias: also })).toBe(200);
  expect(await put({ alias: stale })).toBe('M_BAD_ALIAS');
});
