import { nearWord } from '../model/near-word.ts';
import type { Operation } from '../model/operation.ts';
import { operationLabel } from './finding-id.ts';
import { undocumentedLabels } from './undocumented-operation.ts';

/** The operation, by its label, and the status that an id of a finding begins with. */
export function partsOfId(id: string): { readonly operation: string; readonly status: number } {
  const [operation = '', status = ''] = id.split('/', 2);
  return { operation, status: /^[1-5]\d\d$/.test(status) ? Number(status) : 0 };
}

/** Makes a function that says what is wrong with an id of an expectations file, if anything is. */
export function expectedIdProblem(
  operations: readonly Operation[],
): (id: string) => string | undefined {
  const labels = new Set<string>([...operations.map(operationLabel), ...undocumentedLabels]);
  return (id) => {
    const { operation, status } = partsOfId(id);
    if (labels.has(operation) && status > 0 && id.split('/').length > 2) return undefined;
    if (labels.has(operation)) {
      return `${id} is no id of a finding: those begin with an operation, a status and what is broken.`;
    }
    const near = nearWord(operation, [...labels]);
    const hint = near === undefined ? '.' : `: did you mean ${near}?`;
    return `no document has the operation ${operation}${hint}`;
  };
}
