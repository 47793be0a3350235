import type { Operation } from '../model/operation.ts';
import type { Specification } from '../openapi/specification.ts';
import type { Finding } from '../validate/finding.ts';
import { createResponseValidator, type ResponseValidator } from '../validate/response-validator.ts';
import type { Answer } from './answer.ts';

/** What was compiled once serves every run of the same documents. */
const validators = new WeakMap<Specification, ResponseValidator>();

function validatorOf(specification: Specification): ResponseValidator {
  const known = validators.get(specification) ?? createResponseValidator(specification);
  validators.set(specification, known);
  return known;
}

/**
 * The documents that a homeserver is held against, and behind them the project's own: a single
 * document, such as the seed, says nothing of the registration and the rooms that lead up to it.
 */
export class Contract {
  readonly specification: Specification;
  readonly #fallback: Specification;

  constructor(specification: Specification, fallback: Specification) {
    this.specification = specification;
    this.#fallback = fallback;
  }

  /** Whether the documents themselves, not those behind them, have a client-server operation. */
  has(operationId: string): boolean {
    return find(this.specification, operationId) !== undefined;
  }

  /** @throws SpecificationError where neither the documents nor those behind them have it. */
  operation(operationId: string): Operation {
    return (
      find(this.specification, operationId) ??
      this.#fallback.operation(operationId, 'client-server')
    );
  }

  /** What is wrong with an answer, by the document of its operation, or by what holds for all. */
  judge(operation: Operation | undefined, answer: Answer): readonly Finding[] {
    return validatorOf(this.#ownerOf(operation)).judge(operation, answer);
  }

  #ownerOf(operation: Operation | undefined): Specification {
    if (operation === undefined) return this.specification;
    return this.specification.operations.includes(operation) ? this.specification : this.#fallback;
  }
}

/** What was found by its id, for each of the many requests. */
const found = new WeakMap<Specification, Map<string, Operation | undefined>>();

/** In the client-server API; a document that stands alone may not say which API it belongs to. */
function find(specification: Specification, operationId: string): Operation | undefined {
  const known = found.get(specification) ?? new Map<string, Operation | undefined>();
  found.set(specification, known);
  if (known.has(operationId)) return known.get(operationId);
  const named = specification.operations.filter((one) => one.operationId === operationId);
  const operation =
    named.find((one) => one.api === 'client-server') ?? named.find((one) => one.api === 'unknown');
  known.set(operationId, operation);
  return operation;
}
