import { expect, test } from 'vitest';
import { visit } from '../visit.fixture.ts';

test('of many PUTs at once those beyond the limit are refused, the same number each time', async () => {
  const { register } = await visit();
  const alice = await register('alice');
  const room = await alice.opens();
  for (const count of [48, 21, 20]) {
    const keys = Array.from({ length: count }, (_, number) => `${count}-${number}`);
    const answers = await Promise.all(
      keys.map((key) => alice.ask('PUT', `${room}/state/org.example/${key}`, { key })),
    );
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited).toHaveLength(Math.max(0, count - 20));
    for (const { body, headers } of limited) {
      expect([body.errcode, headers['retry-after']]).toEqual(['M_LIMIT_EXCEEDED', '1']);
    }
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(Math.min(count, 20));
  }
});

test('nobody is limited who puts one entry after another, or beside others', async () => {
  const { register } = await visit();
  const users = await Promise.all(['alice', 'bob', 'charlie'].map(register));
  const rooms = await Promise.all(users.map((user) => user.opens()));
  const statuses = new Set<number>();
  const putAll = async (index: number) => {
    for (let number = 0; number < 60; number += 1) {
      const path = `${rooms[index]}/state/org.example/${number}`;
      statuses.add((await users[index]?.ask('PUT', path, { number }))?.status ?? 0);
    }
  };
  await Promise.all(users.map((_, index) => putAll(index)));
  expect([...statuses]).toEqual([200]);
});
