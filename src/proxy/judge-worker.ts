import { setPriority } from 'node:os';
import { serialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { loadSpecification } from '../openapi/load-specification.ts';
import { createTrafficCollector } from '../traffic/traffic-collector.ts';
import type { JudgeMessage, JudgeReply, JudgeWorkerData } from './judge-message.ts';
import { throttled } from './throttled.ts';
import { unpackExchanges } from './unpack-exchanges.ts';

/** Traffic comes first where processors are short: as `nice` counts. */
const patience = 10;

/**
 * Between one handing over of the result and the next, in ms. With hundreds of findings it takes 15
 * ms, and 30 where their exchanges are large, of this thread alone.
 */
const handOverEvery = 5000;

/** Judges what it is sent, batch by batch; what is wrong with one exchange is the collector's. */
export async function runJudgeWorker(
  data: JudgeWorkerData,
  listen: (onMessage: (message: JudgeMessage) => void) => void,
  reply: (reply: JudgeReply, handedOver?: readonly ArrayBuffer[]) => void,
): Promise<void> {
  const { specification, specificationName, source = '', ...options } = data;
  const loaded = await loadSpecification(specification).catch((error: unknown) => {
    reply({ kind: 'unready', why: error instanceof Error ? error.message : String(error) });
  });
  if (!loaded) return;
  const named = { ...loaded, source: specificationName ?? loaded.source };
  const collector = createTrafficCollector(named, options);
  const startedAt = new Date().toISOString();
  const handOver = throttled(handOverEvery, () => {
    // Bytes are handed over at no cost; a result would have to be read there, while traffic waits.
    const result = collector.result({ startedAt, durationMs: 0, source });
    const bytes = new Uint8Array(serialize(result)).buffer;
    reply({ kind: 'so far', counts: collector.counts(), bytes }, [bytes]);
  });
  listen((message) => {
    if (message.kind === 'finish') {
      reply({ kind: 'result', result: collector.result(message.frame) });
      return;
    }
    for (const spoken of unpackExchanges(message.packed)) collector.add(spoken);
    reply({ kind: 'counts', counts: collector.counts() });
    handOver(undefined);
  });
  reply({ kind: 'ready' });
}

// This file is a thread. Elsewhere a thread has no priority of its own.
const port = parentPort;
if (port !== null) {
  if (process.platform === 'linux') setPriority(patience);
  await runJudgeWorker(
    workerData,
    (onMessage) => port.on('message', onMessage),
    (reply, handedOver) => port.postMessage(reply, handedOver),
  );
}
