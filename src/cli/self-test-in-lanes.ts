import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SelfTestResult } from '../self-test/self-test-result.ts';
import type { SelfTestLane } from './self-test-lane.ts';

/** More lanes than this would wait for one another. */
const mostLanes = 4;

/** The same file built or as it is written. */
const lanePath = `./self-test-lane${extname(import.meta.url)}`;

/**
 * The whole self-test, or that of some scenarios, with a thread for each processor. Rejects with
 * what went wrong in one.
 */
export async function selfTestInLanes(
  onStep: (what: string) => void,
  narrow: Omit<SelfTestLane, 'lane' | 'lanes'> = {},
): Promise<SelfTestResult> {
  const lanes = Math.min(availableParallelism(), mostLanes);
  const parts = await Promise.all(
    Array.from({ length: lanes }, (_, lane) => runLane({ lane, lanes, ...narrow }, onStep)),
  );
  const [first] = parts;
  if (first === undefined) throw new TypeError('there is no lane');
  return {
    scenarios: first.scenarios,
    // A fault that one lane alone sees is a fault.
    reference: parts.find(({ reference }) => reference.length > 0)?.reference ?? [],
    nulls: inTurn(parts.map(({ nulls }) => nulls)),
    mutants: inTurn(parts.map(({ mutants }) => mutants)),
    ...ownersOf(parts),
  };
}

function ownersOf(parts: readonly SelfTestResult[]): Pick<SelfTestResult, 'owners'> {
  const owners = parts.map((part) => part.owners);
  const all = owners.filter((list) => list !== undefined);
  return all.length < owners.length ? {} : { owners: inTurn(all) };
}

function runLane(
  workerData: SelfTestLane,
  onStep: (what: string) => void,
): Promise<SelfTestResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(lanePath, import.meta.url), { workerData });
    worker.on('message', (told: string | SelfTestResult) => {
      if (typeof told === 'string') onStep(told);
      else resolve(told);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a lane of the self-test ended with ${code}`)));
  });
}

/** One of each list, again and again: the order from which the lanes were dealt. */
function inTurn<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat();
}
