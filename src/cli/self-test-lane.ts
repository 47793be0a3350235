import { parentPort, workerData } from 'node:worker_threads';
import { suites } from '../../suites/suites.ts';
import { mutants } from '../homeserver/mutants/mutants.ts';
import { nullHomeservers } from '../homeserver/null-homeservers.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { ownSpecification } from '../package/package-root.ts';
import { selfTest } from '../self-test/self-test.ts';
import type { SelfTestResult } from '../self-test/self-test-result.ts';

/** A share of the self-test: of `lanes` lanes, each takes every n-th homeserver. */
export interface SelfTestLane {
  readonly lane: number;
  readonly lanes: number;
  readonly only?: string;
  readonly mutant?: string;
}

async function runLane(
  { lane, lanes, ...narrow }: SelfTestLane,
  onStep: (what: string) => void,
): Promise<SelfTestResult> {
  return selfTest({
    scenarios: suites.flatMap(({ scenarios }) => scenarios),
    specification: await loadSpecification(ownSpecification),
    mutants,
    nulls: nullHomeservers,
    share: { lane, lanes },
    ...narrow,
    onStep,
  });
}

// This file is a thread: it tells each step, and then the result.
const port = parentPort;
if (port !== null) port.postMessage(await runLane(workerData, (what) => port.postMessage(what)));
