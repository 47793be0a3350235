import type { Place } from '../openapi/documents.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import type { Sources } from './sources.ts';

/** The dynamic anchors of all resources that a schema was come to by way of (JSON Schema Core, 7.1). */
export interface DynamicScope {
  /** The same for the same anchors. */
  readonly key: string;
  /** By name: the outermost place, the first that was come to. */
  readonly anchors: ReadonlyMap<string, Place>;
}

/** That of who begins. */
export const noScope: DynamicScope = { key: '', anchors: new Map() };

/** The scope within the resource that a place is in. */
export function enterScope(sources: Sources, outside: DynamicScope, place: Place): DynamicScope {
  const { dynamic, baseAt } = sources.identifiers(place.document);
  if (dynamic.size === 0) return outside;
  const resource = baseAt(place.path) ?? place.document;
  const own = [...(dynamic.get(resource) ?? [])].filter(([name]) => !outside.anchors.has(name));
  if (own.length === 0) return outside;
  const anchors = new Map([...outside.anchors, ...own]);
  const key = [...anchors].map(([name, at]) => `${name} ${at.document} ${at.path.join('/')}`);
  return { key: key.join('\n'), anchors };
}

/** Where a `$dynamicRef` leads, by where it leads if nothing is dynamic: what a pointer leads to. */
export function outermost({ anchors }: DynamicScope, found: Place, reference: string): Place {
  const anchor = isRecord(found.value) ? found.value.$dynamicAnchor : undefined;
  if (typeof anchor !== 'string' || !reference.endsWith(`#${anchor}`)) return found;
  return anchors.get(anchor) ?? found;
}
