import { readFile } from 'node:fs/promises';
import { suites as allSuites } from '../../suites/suites.ts';
import type { AccountOptions } from '../client/auth/account-options.ts';
import type { Plan, Shard } from '../engine/plan.ts';
import { readExpectations } from '../expectations/read-expectations.ts';
import type { Expectations } from '../model/expectation.ts';
import { ownSpecificationName } from '../model/own-specification-name.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { ownSpecification, packageVersion } from '../package/package-root.ts';
import { readProof } from '../package/proof.ts';
import type { Suite } from '../scenario/suite.ts';

/** What a run is asked to do; what is left out is as the command line has it. */
export interface PlanOptions {
  /** The homeserver's base URL: `http://localhost:8008`. */
  readonly target: string;
  /** What `--spec` takes: a document, a folder, a URL, or `v1.16`; else the project's documents. */
  readonly specification?: string;
  /** All that the package brings, where none are given. */
  readonly suites?: readonly Suite[];
  /** `{ way: 'auto' }`, where none are given. The environment is not read. */
  readonly accounts?: AccountOptions;
  /**
   * Only scenarios whose id holds this text, in which `*` stands for anything; or a list of ids, such
   * as those that failed before. An id of no scenario is a problem of the run.
   */
  readonly only?: string | readonly string[];
  readonly shard?: Shard;
  /** A seed for the order in which the scenarios are begun; else that of their suites. */
  readonly shuffle?: number;
  /** Runs also what might do harm to a homeserver: false. */
  readonly unsafe?: boolean;
  /** What `--expectations` takes: the path of a YAML file of what is known to fail. */
  readonly expectations?: string;
  /** A SHOULD that is not met fails. */
  readonly strict?: boolean;
  /** How many scenarios run at once: 4. */
  readonly concurrency?: number;
  /** How long one try of a scenario may take, in ms: 30,000. */
  readonly timeoutMs?: number;
  /** How long to wait for the homeserver to come up, in ms: 0. */
  readonly waitMs?: number;
  /** How long the whole run may wait because the homeserver limits its rate, in ms: 600,000. */
  readonly rateLimitWaitMs?: number;
}

/**
 * Makes a plan from a target and whatever else is wanted, with the defaults of the command line.
 * @throws RangeError for a number that is out of bounds.
 * @throws SpecificationError where the specification cannot be loaded; it says what to do.
 * @throws ExpectationsError with each fault of the expectations, one sentence a line; and the
 * system's error where their file cannot be read.
 */
export async function createPlan(options: PlanOptions): Promise<Plan> {
  const { target, specification: source, suites = allSuites, only, shard } = options;
  const { concurrency = 4, timeoutMs = 30_000, waitMs = 0, strict = false } = options;
  const { rateLimitWaitMs = 600_000 } = options;
  const isWhole = Number.isInteger(concurrency) && concurrency >= 1;
  if (!isWhole) throw new RangeError(`concurrency is a whole number from 1, not ${concurrency}`);
  if (!(timeoutMs > 0)) throw new RangeError(`timeoutMs is more than 0, not ${timeoutMs}`);
  const version = await packageVersion();
  const proof = await readProof(version, suites);
  const expectations = await readFileOf(options, [...allSuites, ...suites]);
  const own = await loadSpecification(ownSpecification);
  const fallback = { ...own, source: ownSpecificationName };
  return {
    target,
    specification: source === undefined ? fallback : await loadSpecification(source),
    fallback,
    suites,
    accounts: options.accounts ?? { way: 'auto' },
    ...(only === undefined ? {} : { only }),
    ...(shard === undefined ? {} : { shard }),
    ...(options.shuffle === undefined ? {} : { shuffle: options.shuffle }),
    ...(expectations === undefined ? {} : { expectations }),
    strict,
    unsafe: options.unsafe ?? false,
    concurrency,
    timeoutMs,
    waitMs,
    rateLimitWaitMs,
    tries: 2,
    checker: { version, ...(proof === undefined ? {} : { proof }) },
  };
}

async function readFileOf(
  { expectations: file }: PlanOptions,
  suites: readonly Suite[],
): Promise<Expectations | undefined> {
  if (file === undefined) return undefined;
  const ids = suites.flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
  return readExpectations(await readFile(file, 'utf8'), { file, ids });
}
