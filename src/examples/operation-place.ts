import type { Place } from '../openapi/documents.ts';

/** One operation: where it stands, where its path does, and its responses behind their references. */
export interface OperationPlace {
  readonly place: Place;
  readonly path: Place;
  readonly responses: readonly (Place & { readonly status: string })[];
}
