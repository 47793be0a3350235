import type { Operation } from '../model/operation.ts';
import type { Specification } from '../openapi/specification.ts';
import { operationLabel } from './finding-id.ts';

/**
 * Makes a function that names the suite of an operation by its label: the document that has it, as
 * the suites of a run are named; where one document has all, the operation itself.
 */
export function suiteNames({
  documents,
  operations,
}: Pick<Specification, 'documents' | 'operations'>): (label: string) => string {
  const byLabel = new Map<string, Operation>(
    operations.toReversed().map((one) => [operationLabel(one), one]),
  );
  return (label) => {
    const operation = documents > 1 ? byLabel.get(label) : undefined;
    const [, name] = /([^/\\]+?)(?:\.\w+)?$/.exec(operation?.location.file ?? '') ?? [];
    return name ?? label;
  };
}
