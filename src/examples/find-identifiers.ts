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

/** The URIs of the resources of a document, by the keys that lead to them. */
interface BaseNode {
  readonly children: Map<string, BaseNode>;
  uri?: string;
}

/** Looks for `$id`, `$anchor` and `$dynamicAnchor` in a document; none where there is none. */
export function findIdentifiers(root: Place | undefined): Identifiers {
  const named = new Map<string, Place>();
  const bases: BaseNode = { children: new Map() };
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
      let node = bases;
      for (const key of path) {
        const next: BaseNode = node.children.get(key) ?? { children: new Map() };
        node.children.set(key, next);
        node = next;
      }
      node.uri = own;
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
    baseAt(path) {
      let node: BaseNode | undefined = bases;
      let uri = node.uri;
      for (const key of path) {
        node = node?.children.get(key);
        if (node === undefined) break;
        uri = node.uri ?? uri;
      }
      return uri;
    },
  };
}
