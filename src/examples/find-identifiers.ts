import type { Place } from '../openapi/documents.ts';
import { isRecord, type JsonPath } from '../openapi/json-pointer.ts';
import { isData } from './schema-words.ts';

/** The names that schemas of a document give themselves (JSON Schema Core, section 8.2). */
export interface Identifiers {
  /** By absolute URI, with `#` and an anchor where it is one. */
  readonly named: ReadonlyMap<string, Place>;
  /** The dynamic anchors of each resource, by its URI and their names (section 8.2.2). */
  readonly dynamic: ReadonlyMap<string, ReadonlyMap<string, Place>>;
  /** The URI that references at a path are relative to. */
  baseAt(path: JsonPath): string | undefined;
}

/** Looks for `$id`, `$anchor` and `$dynamicAnchor` in a document; none where there is none. */
export function findIdentifiers(root: Place | undefined): Identifiers {
  const named = new Map<string, Place>();
  const bases: { readonly path: JsonPath; readonly uri: string }[] = [];
  const dynamic = new Map<string, Map<string, Place>>();
  const seen = new Set<object>();

  const visit = (place: Place, base: string): void => {
    const { document, path, value } = place;
    if (!isRecord(value) || seen.has(value)) return;
    seen.add(value);
    let own = base;
    if (typeof value.$id === 'string' && URL.canParse(value.$id, base)) {
      const url = new URL(value.$id, base);
      url.hash = '';
      own = url.href;
      named.set(own, place);
      bases.push({ path, uri: own });
    }
    for (const word of ['$anchor', '$dynamicAnchor']) {
      const anchor = value[word];
      if (typeof anchor !== 'string') continue;
      named.set(`${own}#${anchor}`, place);
      if (word === '$anchor') continue;
      dynamic.set(own, (dynamic.get(own) ?? new Map<string, Place>()).set(anchor, place));
    }
    for (const [key, child] of Object.entries(value))
      if (!isData(key, child)) visit({ document, path: [...path, key], value: child }, own);
  };

  if (root !== undefined) visit(root, root.document);
  return {
    named,
    dynamic,
    baseAt: (path) =>
      bases
        .filter((base) => base.path.every((key, index) => path[index] === key))
        .toSorted((a, b) => b.path.length - a.path.length)[0]?.uri,
  };
}
