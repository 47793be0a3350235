import type { ReadOptions } from '../expectations/read-expectations.ts';
import type { Expectations } from '../model/expectation.ts';
import { ownSpecificationName } from '../model/own-specification-name.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import type { Specification } from '../openapi/specification.ts';
import { ownSpecification } from '../package/package-root.ts';
import { expectedIdProblem } from '../traffic/expected-id.ts';
import { readExpectationsWith } from './read-expectations-file.ts';
import type { TrafficSettings } from './traffic-settings.ts';

/** What is needed before the first exchange comes. */
export interface TrafficGround {
  readonly specification: Specification;
  readonly expectations?: Expectations;
}

/**
 * Loads the documents, and what is known of the homeserver.
 * @throws UsageError for an expectations file that cannot be used
 * @throws SpecificationError for documents that cannot be
 */
export async function layTrafficGround(settings: TrafficSettings): Promise<TrafficGround> {
  const { spec, expectations: file, updateExpectations } = settings;
  const specification =
    spec === undefined
      ? { ...(await loadSpecification(ownSpecification)), source: ownSpecificationName }
      : await loadSpecification(spec);
  if (file === undefined) return { specification };
  const options = trafficReadOptions(file, specification);
  const expectations = await readExpectationsWith(options, updateExpectations);
  return { specification, expectations };
}

/** How a file of what is expected of traffic is read. */
export function trafficReadOptions(file: string, specification: Specification): ReadOptions {
  return { file, ids: [], problemOf: expectedIdProblem(specification.operations) };
}
