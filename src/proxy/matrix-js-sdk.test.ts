import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { ownSpecification } from '../package/package-root.ts';
import { largestJudged } from '../traffic/largest-judged.ts';
import { createTrafficCollector } from '../traffic/traffic-collector.ts';
import { sdkStory } from './sdk-story.fixture.ts';
import { startProxy } from './start-proxy.ts';

const synapse = process.env.MATRIX_CONFORMANCE_TEST_SYNAPSE ?? '';
const why = synapse === '' ? ' (skipped: MATRIX_CONFORMANCE_TEST_SYNAPSE names none)' : '';

/** The story through a proxy, and what the judge says of it. */
async function throughProxy(target: string) {
  const secrets: string[] = [];
  const troubles: string[] = [];
  const onTrouble = (sentence: string) => void troubles.push(sentence);
  const onNotJudged = (why: string) => void troubles.push(why);
  const collector = createTrafficCollector(await loadSpecification(ownSpecification), {});
  const proxy = await startProxy({
    ...{ target: new URL(target), host: '127.0.0.1', port: 0, largestKept: largestJudged },
    ...{ onTrouble, onNotJudged, onExchange: (spoken) => collector.add(spoken) },
  });
  try {
    const story = await sdkStory(proxy.url, (secret) => void secrets.push(secret));
    const frame = { startedAt: new Date().toISOString(), durationMs: 0, source: target };
    return { story, secrets, troubles, result: collector.result(frame) };
  } finally {
    await proxy.close();
  }
}

async function compare(target: string): Promise<void> {
  const direct = await sdkStory(target);
  expect(direct.messages).toHaveLength(2);
  expect(direct.refusal).toBe('403 M_FORBIDDEN');
  const { story, secrets, troubles, result } = await throughProxy(target);
  expect(story).toEqual(direct);
  expect(troubles).toEqual([]);
  expect(result.problems).toEqual([]);
  expect(result.judged).toBeGreaterThan(15);
  expect(result.findings.filter(({ side }) => side === 'homeserver')).toEqual([]);
  const exercised = result.coverage.map(({ operation }) => operation);
  const told = ['register', 'login', 'createRoom', 'setRoomStateWithKey', 'sendMessage', 'sync'];
  expect(exercised).toEqual(expect.arrayContaining(told));
  const text = JSON.stringify(result);
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(text).not.toContain('Is it ready?');
}

// What the client tells of its own doings.
beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterAll(() => vi.restoreAllMocks());

describe('matrix-js-sdk sees through the proxy what it sees without, and nothing is wrong', () => {
  test('of the reference homeserver', { timeout: 60_000 }, async () => {
    const homeserver = await startHomeserver();
    try {
      await compare(homeserver.url);
    } finally {
      await homeserver.close();
    }
  });

  test.skipIf(synapse === '')(`of a real Synapse${why}`, { timeout: 60_000 }, () =>
    compare(synapse),
  );
});
