import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Proof } from '../model/run-result.ts';
import type { Suite } from '../scenario/suite.ts';
import { packageRoot } from './package-root.ts';

/** Where the self-test's scores are published. */
export const proofFile: string = join(packageRoot, 'reports', 'self-test.json');

/** The scores, and what they were measured on. */
export interface PublishedProof extends Proof {
  readonly scenarios: readonly string[];
}

/** The published scores, where they are of this very version and of these very scenarios. */
export async function readProof(
  version: string,
  suites: readonly Suite[],
): Promise<Proof | undefined> {
  const text = await readFile(proofFile, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { scenarios, ...proof } = JSON.parse(text) as PublishedProof;
  const ids = suites.flatMap((suite) => suite.scenarios.map(({ id }) => id));
  const isOfThis = proof.checker === version && ids.join() === scenarios.join();
  return isOfThis ? proof : undefined;
}
