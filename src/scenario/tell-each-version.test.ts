import { expect, test } from 'vitest';
import { runScenario } from '../engine/run-scenario.ts';
import type { Context } from './context.ts';
import { groundAt, reference, scenarioOf } from './story.fixture.ts';
import type { VersionRange } from './tell-each-version.ts';

/** Which versions a story is told in, on a homeserver that offers some. */
async function told(roomVersions: readonly string[], range: VersionRange) {
  const seen: string[] = [];
  const ground = groundAt(await reference());
  const story = async ({ users, eachRoomVersion, check }: Context) => {
    const { alice } = await users('alice');
    await eachRoomVersion(range, async (version) => {
      seen.push(version);
      const roomId = await alice.createsRoom({ version });
      const eventType = 'm.room.create';
      const content = await alice.seesState({ roomId, eventType, stateKey: '' });
      check('the version of the room', content).has({ room_version: version });
      if (version === '4') check('a thing', 1).equals(2);
    });
    check('what comes afterwards', 1).equals(3);
  };
  const facts = { ...ground.facts, roomVersions };
  return { seen, ...(await runScenario({ ...ground, facts }, scenarioOf(story))) };
}

test('a story is told in each version of the range that is offered, the oldest first', async () => {
  const { seen } = await told(['11', '4', '3', '6', 'org.example.1'], { from: 3, to: 10 });
  expect(seen).toEqual(['3', '4', '6']);
});

test('what is found says in which version, and what comes afterwards in none', async () => {
  const { violations } = await told(['4', '5'], {});
  expect(violations.map(({ message }) => message)).toEqual([
    'a thing: expected 2, got 1 (in a room of version 4)',
    'what comes afterwards: expected 3, got 1',
  ]);
});

test('where none of them is offered, the scenario is unsupported', async () => {
  const { verdict, reason, seen } = await told(['10'], { from: 12 });
  expect([verdict, seen]).toEqual(['unsupported', []]);
  expect(reason).toBe('the homeserver offers none of room version 12 in /capabilities');
});
