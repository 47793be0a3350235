import { createRequire } from 'node:module';
import type { Document, LineCounter, Pair, YAMLMap } from 'yaml';
import type { JsonPath } from './json-pointer.ts';

// Loaded when a position is first asked for: most runs find no defect.
const require = createRequire(import.meta.url);
const yaml = (): typeof import('yaml') => require('yaml');

/** Line and column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A document parsed once more, with the place of every key. */
export interface PositionFinder {
  /** Where the value under a path stands (its key, where it has one); else the nearest above it. */
  at(path: JsonPath): Position;
  /** Where the value itself begins, after its key; else as `at`. */
  ofValue(path: JsonPath): Position;
  /** The first thing that is no YAML: where, and what. */
  readonly syntaxError?: { readonly position: Position; readonly what: string };
}

/**
 * Parses a text for its positions. Costs several times what reading the values does, so it is
 * called only where a finding needs a place.
 *
 * @param isValid it is known to be YAML: then no key is compared with each before it, for its defects
 */
export function createPositionFinder(text: string, isValid = false): PositionFinder {
  const lines = new (yaml().LineCounter)();
  const document = parse(text, lines, isValid);
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const error = document?.errors[0];
  return {
    at: (path) => position(document ? offsetsOf(document, path).key : 0),
    ofValue: (path) => position(document ? offsetsOf(document, path).value : 0),
    ...(error && {
      syntaxError: {
        position: position(error.pos[0]),
        what: error.message.split('\n', 1)[0] ?? '',
      },
    }),
  };
}

function parse(text: string, lineCounter: LineCounter, isValid: boolean): Document | undefined {
  try {
    return yaml().parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: !isValid });
  } catch {
    return undefined; // nested deeper than the stack: the file alone has to do as its place
  }
}

/** Where the key under a path begins, and its value; of the nearest above, where there is none. */
function offsetsOf(document: Document, path: JsonPath): { key: number; value: number } {
  const { isAlias, isMap, isScalar, isSeq } = yaml();
  let node: unknown = document.contents;
  let key = document.contents?.range?.[0] ?? 0;
  let value = key;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = pairsOf(node).get(step);
      if (pair === undefined) break;
      key = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? key;
      node = pair.value;
      value = startOf(node) ?? key;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      const start = startOf(node);
      if (start === undefined) break;
      key = start;
      value = start;
    } else break;
  }
  return { key, value };
}

const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** The pairs of a map by their keys, gathered once: a document may have a finding at each. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const { isScalar } = yaml();
  const pairs =
    known.get(map) ??
    new Map(
      map.items.flatMap((item) => (isScalar(item.key) ? [[String(item.key.value), item]] : [])),
    );
  known.set(map, pairs);
  return pairs;
}

/** Where a node begins; what has no text, as an empty value, begins nowhere. */
function startOf(node: unknown): number | undefined {
  const range = (node as { range?: readonly number[] } | null | undefined)?.range;
  if (range?.[0] === undefined || range[0] === range[1]) return undefined;
  return range[0];
}
