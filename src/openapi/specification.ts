import type { Operation } from '../model/operation.ts';
import type { Documents } from './documents.ts';
import { nearMisses } from './near-misses.ts';
import { SpecificationError } from './specification-error.ts';

/** The operations of a specification, and the documents that their schemas stand in. */
export interface Specification {
  /** As it was asked for: a path, a URL or a version. */
  readonly source: string;
  /** Of a published specification: what it calls itself, such as `v1.16`. */
  readonly version?: string;
  /** How many documents have operations; parts that they refer to do not count. */
  readonly documents: number;
  readonly operations: readonly Operation[];
  /**
   * The operation of that id. Where several APIs have one, and none is named, `client-server` wins.
   *
   * @throws SpecificationError naming near misses
   */
  operation(operationId: string, api?: string): Operation;
  /** What the schema URIs of operations lead to. */
  readonly schemas: Documents;
}

/** Puts the index of operations over what was read. */
export function createSpecification(
  parts: Pick<Specification, 'source' | 'version' | 'documents' | 'operations' | 'schemas'>,
): Specification {
  const byId = new Map<string, Operation[]>();
  for (const operation of parts.operations) {
    const all = byId.get(operation.operationId);
    if (all) all.push(operation);
    else byId.set(operation.operationId, [operation]);
  }
  return {
    ...parts,
    operation(operationId, api) {
      const all = byId.get(operationId) ?? [];
      const found =
        api === undefined
          ? (all.find((each) => each.api === 'client-server') ?? all[0])
          : all.find((each) => each.api === api);
      if (found) return found;
      const near = nearMisses(operationId, [...byId.keys()]);
      const hint =
        all.length > 0
          ? `: it is in ${all.map((each) => each.api).join(', ')}`
          : near.length > 0
            ? `: did you mean ${near.join(', ')}?`
            : '';
      const where = api === undefined ? parts.source : `${api} of ${parts.source}`;
      throw new SpecificationError(`There is no operation ${operationId} in ${where}${hint}`);
    },
  };
}
