import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Location } from '../model/operation.ts';
import { createPositionFinder, type PositionFinder } from './find-position.ts';
import { isRecord, type JsonPath, readPointer, valueAt, writePointer } from './json-pointer.ts';
import { SpecificationError } from './specification-error.ts';

/** A value and where it stands: the URI of its document, and the keys that lead to it. */
export interface Place {
  readonly document: string;
  readonly path: JsonPath;
  readonly value: unknown;
}

/** The documents of a specification by their URIs, each with all `$ref`s absolute. */
export class Documents {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #positions = new Map<string, PositionFinder>();

  constructor(texts: ReadonlyMap<string, string>, values: ReadonlyMap<string, unknown>) {
    this.#texts = texts;
    this.#values = values;
  }

  /** The place that an absolute URI names (`file:///a.yaml#/paths/~1sync`), if there is one. */
  at(uri: string): Place | undefined {
    const [document = '', fragment = ''] = uri.split('#', 2);
    const path = readPointer(fragment);
    if (path === undefined || !this.#values.has(document)) return undefined;
    const value = valueAt(this.#values.get(document), path);
    return value === undefined ? undefined : { document, path, value };
  }

  /** The absolute URI of a place. */
  uri({ document, path }: Pick<Place, 'document' | 'path'>): string {
    return path.length === 0 ? document : `${document}#${writePointer(path)}`;
  }

  /** A place, then what its `$ref` leads to, and so on. Throws where that is a circle. */
  *chain(place: Place): Generator<Place> {
    const seen = new Set<string>();
    for (let next: Place | undefined = place; next; ) {
      yield next;
      const reference: unknown = isRecord(next.value) ? next.value.$ref : undefined;
      if (typeof reference !== 'string') return;
      if (seen.has(reference)) throw this.defect(next, '$ref leads back to itself', '$ref');
      seen.add(reference);
      next = this.at(reference);
    }
  }

  /** What stands under a key, here or behind `$ref`; keys beside a `$ref` come first. */
  child(place: Place, key: string): Place | undefined {
    for (const { document, path, value } of this.chain(place)) {
      if (isRecord(value) && Object.hasOwn(value, key))
        return { document, path: [...path, key], value: value[key] };
    }
    return undefined;
  }

  /** Everything that stands under a place, here or behind `$ref`, by key. */
  children(place: Place | undefined): ReadonlyMap<string, Place> {
    const all = new Map<string, Place>();
    if (place === undefined) return all;
    for (const { document, path, value } of this.chain(place)) {
      if (!isRecord(value)) continue;
      for (const [key, child] of Object.entries(value))
        if (key !== '$ref' && !all.has(key))
          all.set(key, { document, path: [...path, key], value: child });
    }
    return all;
  }

  locate(place: Pick<Place, 'document' | 'path'>): Location {
    return { file: fileName(place.document), ...this.positions(place.document).at(place.path) };
  }

  /** The error that tells of a defect at a place, or at a key of it. */
  defect(place: Pick<Place, 'document' | 'path'>, what: string, ...keys: string[]) {
    const path = [...place.path, ...keys];
    return new SpecificationError(what, this.locate({ document: place.document, path }));
  }

  positions(document: string): PositionFinder {
    const known = this.#positions.get(document);
    const positions = known ?? createPositionFinder(this.#texts.get(document) ?? '');
    if (!known) this.#positions.set(document, positions);
    return positions;
  }
}

/** A document as people name it: a path, from the working folder where it is below that; or a URL. */
export function fileName(document: string): string {
  if (!document.startsWith('file:')) return document;
  const path = fileURLToPath(document);
  const near = relative(process.cwd(), path);
  return near.startsWith('..') || near === '' ? path : near;
}
