import type { Place } from '../openapi/documents.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import { resolveReference } from './resolve-reference.ts';
import type { Sources } from './sources.ts';
import type { Tell } from './trouble.ts';

const mostSteps = 100;

/** What stands behind the `$ref` of a place, and the one there; one that leads nowhere is told. */
export function behindReferences(sources: Sources, place: Place, tell: Tell): Place | undefined {
  let next = place;
  for (let steps = 0; isRecord(next.value) && typeof next.value.$ref === 'string'; steps++) {
    const target = resolveReference(sources, next, next.value.$ref);
    if ('trouble' in target || steps > mostSteps) {
      const trouble = 'trouble' in target ? target.trouble : 'it leads back to itself';
      const at = { document: next.document, path: [...next.path, '$ref'] };
      tell({ rule: 'reference-resolves', place: at, message: `$ref leads nowhere: ${trouble}` });
      return undefined;
    }
    next = target;
  }
  return next;
}
