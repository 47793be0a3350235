import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { loadSpecification } from '../openapi/load-specification.ts';
import { createTrafficCollector } from '../traffic/traffic-collector.ts';
import type { JudgeMessage, JudgeReply, JudgeWorkerData } from './judge-message.ts';
import { unpackExchanges } from './unpack-exchanges.ts';

/** Traffic comes first where processors are short: as `nice` counts. */
const patience = 10;

/** Judges what it is sent, batch by batch; what is wrong with one exchange is the collector's. */
export async function runJudgeWorker(
  data: JudgeWorkerData,
  listen: (onMessage: (message: JudgeMessage) => void) => void,
  reply: (reply: JudgeReply) => void,
): Promise<void> {
  const { specification: source, specificationName, ...options } = data;
  const loaded = await loadSpecification(source).catch((error: unknown) => {
    reply({ kind: 'unready', why: error instanceof Error ? error.message : String(error) });
  });
  if (!loaded) return;
  const named = { ...loaded, source: specificationName ?? loaded.source };
  const collector = createTrafficCollector(named, options);
  listen((message) => {
    if (message.kind === 'finish') {
      reply({ kind: 'result', result: collector.result(message.frame) });
      return;
    }
    for (const spoken of unpackExchanges(message.packed)) collector.add(spoken);
    reply({ kind: 'counts', counts: collector.counts() });
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
    (reply) => port.postMessage(reply),
  );
}
