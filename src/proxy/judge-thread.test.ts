import { describe, expect, onTestFinished, test } from 'vitest';
import type { Spoken } from '../traffic/spoken.ts';
import { JudgeThread } from './judge-thread.ts';
import type { JudgeThreadOptions } from './judge-thread-options.ts';
import { packExchanges } from './pack-exchanges.ts';
import { unpackExchanges } from './unpack-exchanges.ts';

/** As it is built: a thread does not read TypeScript. */
const worker = new URL('../../dist/src/proxy/judge-worker.js', import.meta.url);
const frame = { source: 'here', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 1 };

function spoken(url: string, body: string | null = '{"versions":["v1.11"]}', status = 200): Spoken {
  return {
    method: 'GET',
    url,
    request: { headers: { host: 'hs' }, body: new Uint8Array() },
    status,
    response: {
      headers: { 'content-type': 'application/json' },
      ...(body === null ? { missing: 'was cut off' } : { body: Buffer.from(body) }),
    },
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
  };
}

function start(options: Partial<JudgeThreadOptions> = {}) {
  const judge = new JudgeThread({ specification: 'spec', worker, ...options });
  onTestFinished(() => judge.close());
  return judge;
}

/** A thread that does this with each message. */
function scripted(onMessage: string): URL {
  const code = `import { serialize } from 'node:v8';
    import { parentPort as port } from 'node:worker_threads';
    let exchanges = 0;
    const soFar = ({ packed }) => {
      if (packed === undefined) return;
      const counts = { exchanges: packed.exchanges.length, judged: packed.exchanges.length, findings: 0 };
      const result = { ...counts, findings: [], notJudged: {}, problems: [], source: 'elsewhere' };
      port.postMessage({ kind: 'so far', counts, bytes: serialize(result).buffer });
    };
    const count = ({ packed }) => {
      exchanges += packed.exchanges.length;
      port.postMessage({ kind: 'counts', counts: { exchanges, judged: exchanges, findings: 0 } });
    };
    port.on('message', (message) => { ${onMessage} });
    port.postMessage({ kind: 'ready' });`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

const versions = '/_matrix/client/versions';

describe('JudgeThread', () => {
  test('judges what it is offered, in its order, with the real documents', async () => {
    const judge = start();
    await judge.ready();
    for (let n = 0; n < 300; n += 1) judge.offer(spoken(versions));
    judge.offer(spoken(versions, '{"versions":1}'));
    judge.offer(spoken('/_matrix/client/v3/unheard-of'));
    judge.offer(spoken(versions, null));
    const result = await judge.finish({ ...frame, extraNotJudged: { other: 2 } });
    expect(result).toMatchObject({ source: 'here', exchanges: 305, judged: 301, exitCode: 1 });
    expect(result.findings.map(({ operation, count }) => [operation, count])).toEqual([
      ['getVersions', 1],
    ]);
    expect(Object.values(result.notJudged).toSorted()).toEqual([1, 1, 2]);
  });

  test('media that were not kept are judged by their type', async () => {
    const judge = start();
    await judge.ready();
    const headers = { 'content-type': 'image/png' };
    judge.offer({ ...spoken(versions), response: { headers, missing: 'is media' } });
    const result = await judge.finish(frame);
    expect(result).toMatchObject({ judged: 1, notJudged: {} });
    expect(result.findings.map(({ id }) => id)).toMatchInlineSnapshot(`
      [
        "getVersions/200/body-is-json",
      ]
    `);
  });

  test('what is offered before it is ready waits, and what is too much is counted as not judged', async () => {
    const judge = start({ most: { exchanges: 10, bytes: 1e6 } });
    for (let n = 0; n < 25; n += 1) judge.offer(spoken(versions));
    await judge.ready();
    const result = await judge.finish(frame);
    expect(result).toMatchObject({ exchanges: 25, judged: 10 });
    expect(result.notJudged).toEqual({ 'the judge fell behind': 15 });
  });

  test('what waits is bounded in bytes too', async () => {
    const judge = start({ most: { exchanges: 1000, bytes: 100_000 } });
    for (let n = 0; n < 10; n += 1) judge.offer(spoken(versions, `{"a":"${'x'.repeat(40_000)}"}`));
    await judge.ready();
    expect((await judge.finish(frame)).notJudged).toEqual({ 'the judge fell behind': 8 });
  });

  test('a specification that cannot be read is told to whoever waits for it', async () => {
    const troubles: string[] = [];
    const judge = start({
      specification: 'no-such-folder',
      onTrouble: (one) => troubles.push(one),
    });
    await expect(judge.ready()).rejects.toThrow('There is no no-such-folder');
    expect(troubles).toEqual([]);
  });

  test('one that breaks is told once; what is offered then is counted, and no result is made up', async () => {
    const troubles: string[] = [];
    const counts: unknown[] = [];
    const judge = start({
      worker: scripted('throw new Error("it hit a wall");'),
      onTrouble: (one) => troubles.push(one),
      onCounts: (one) => counts.push(one),
    });
    await judge.ready();
    judge.offer(spoken(versions));
    await expect.poll(() => troubles).toHaveLength(1);
    judge.offer(spoken(versions));
    expect(troubles).toEqual([
      'The judge broke: it hit a wall. What it had found is lost; what passes from now on is not judged.',
    ]);
    await expect(judge.finish(frame)).rejects.toThrow('it hit a wall');
    expect(counts.length).toBeGreaterThan(0);
  });

  test('one that breaks keeps what it had handed over; the rest is counted, and is a problem', async () => {
    const troubles: string[] = [];
    const counts: unknown[] = [];
    const judge = start({
      worker: scripted(`if (exchanges > 0) throw new Error('it hit a wall');
        soFar(message); count(message);`),
      onTrouble: (one) => troubles.push(one),
      onCounts: (one) => counts.push(one),
    });
    await judge.ready();
    judge.offer(spoken(versions));
    await expect.poll(() => counts.at(-1)).toMatchObject({ judged: 1 });
    for (let n = 0; n < 300; n += 1) judge.offer(spoken(versions));
    await expect.poll(() => troubles).toHaveLength(1);
    judge.offer(spoken(versions));
    judge.leaveOut('it never came', 2);
    const result = await judge.finish(frame);
    expect(troubles).toEqual([
      'The judge broke: it hit a wall. What it had found is kept; what passes from now on is not judged.',
    ]);
    expect(result).toMatchObject({ ...frame, exchanges: 304, judged: 1, exitCode: 2 });
    expect(result.notJudged).toEqual({ 'the judge broke': 301, 'it never came': 2 });
    expect(result.problems).toEqual([
      'The judge broke: it hit a wall. Exchanges not judged since: 301.',
    ]);
    const last = { exchanges: 304, judged: 1, notJudged: 303, findings: 0 };
    await expect.poll(() => counts.at(-1)).toEqual(last);
  });

  test('one that does not come to an end leaves what it had handed over, too', async () => {
    const counts: unknown[] = [];
    const judge = start({
      worker: scripted('soFar(message); count(message); for (;;);'),
      onCounts: (one) => counts.push(one),
    });
    await judge.ready();
    judge.offer(spoken(versions));
    await expect.poll(() => counts.at(-1)).toMatchObject({ judged: 1 });
    expect(await judge.finish(frame, 100, 100)).toMatchObject({
      exchanges: 1,
      judged: 1,
      problems: ['The judge broke: it does not come to an end.'],
      exitCode: 2,
    });
  });

  test('what the real judge hands over is what it found', async () => {
    const [troubles, counts]: [string[], unknown[]] = [[], []];
    // The judge as it is, and a message that it cannot take.
    const code = `import { parentPort as port } from 'node:worker_threads';
      port.on('message', (message) => {
        if (message.packed?.exchanges[0].url === '/break') throw new Error('it hit a wall');
      });
      await import(${JSON.stringify(worker.href)});`;
    const judge = start({
      worker: new URL(`data:text/javascript,${encodeURIComponent(code)}`),
      source: 'http://hs.test',
      onTrouble: (one) => troubles.push(one),
      onCounts: (one) => counts.push(one),
    });
    await judge.ready();
    judge.offer(spoken(versions, '{"versions":1}'));
    await expect.poll(() => counts.at(-1)).toMatchObject({ findings: 1 });
    judge.offer(spoken('/break'));
    await expect.poll(() => troubles).toHaveLength(1);
    const result = await judge.finish(frame);
    expect(result).toMatchObject({ exchanges: 2, judged: 1, notJudged: { 'the judge broke': 1 } });
    expect(result.findings.map(({ operation, first }) => [operation, first.request.url])).toEqual([
      ['getVersions', `http://hs.test${versions}`],
    ]);
    expect(result).toMatchObject({ exitCode: 1, problems: [expect.stringContaining('a wall')] });
  });

  test('one that hangs does not hold up the end for longer than is waited for', async () => {
    const judge = start({
      worker: scripted(`if (message.kind === 'judge') setTimeout(() => count(message), 1000);
        else port.postMessage({ kind: 'result', result: message.frame });`),
    });
    await judge.ready();
    for (let n = 0; n < 1000; n += 1) judge.offer(spoken(versions));
    const told: unknown = await judge.finish(frame, 100);
    // One batch was under way.
    expect(told).toMatchObject({ extraNotJudged: { 'the judge fell behind': 1000 - 128 } });
  });

  test('counts say how many were judged and how many were not', async () => {
    const told: unknown[] = [];
    const judge = start({ onCounts: (counts) => told.push(counts) });
    await judge.ready();
    judge.offer(spoken(versions));
    judge.offer(spoken('/elsewhere'));
    judge.offer(spoken(versions, '[]'));
    const last = { exchanges: 3, judged: 2, notJudged: 1, findings: 1 };
    await expect.poll(() => told.at(-1)).toEqual(last);
  });
});

describe('exchanges on their way to another thread', () => {
  test('they arrive as they were, with their bodies in one block', () => {
    const all = [spoken('/a', 'one'), spoken('/b', null), spoken('/c', ''), spoken('/d', 'four')];
    const packed = packExchanges(all);
    expect(packed.bodies.byteLength).toBe(7);
    const { exchanges, bodies } = structuredClone(packed, { transfer: [packed.bodies] });
    const plain = (list: readonly Spoken[]) =>
      list.map((one) => ({
        ...one,
        body: one.response.body && Buffer.from(one.response.body).toString(),
      }));
    const [was, is] = [plain(all), plain(unpackExchanges({ exchanges, bodies }))];
    expect(is.map(({ url, body, response }) => [url, body, response.missing])).toEqual(
      was.map(({ url, body, response }) => [url, body, response.missing]),
    );
    expect(packed.bodies.byteLength).toBe(0);
  });
});
