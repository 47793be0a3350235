import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { JudgeWorkerData } from './judge-message.ts';

/** The same file built or as it is written. */
const ours = new URL(`./judge-worker${extname(import.meta.url)}`, import.meta.url);

/** The thread of a judge. @param file another one than ours */
export function startJudgeWorker(workerData: JudgeWorkerData, file: URL = ours): Worker {
  return new Worker(file, { workerData });
}
