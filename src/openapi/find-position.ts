import { createRequire } from 'node:module';
import type { Document, LineCounter } from 'yaml';
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
  /** The first thing that is no YAML: where, and what. */
  readonly syntaxError?: { readonly position: Position; readonly what: string };
}

/**
 * Parses a text for its positions. Costs several times what reading the values does, so it is
 * called only where a finding needs a place.
 */
export function createPositionFinder(text: string): PositionFinder {
  const lines = new (yaml().LineCounter)();
  const document = parse(text, lines);
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const error = document?.errors[0];
  return {
    at: (path) => position(document ? offsetOf(document, path) : 0),
    ...(error && {
      syntaxError: {
        position: position(error.pos[0]),
        what: error.message.split('\n', 1)[0] ?? '',
      },
    }),
  };
}

function parse(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    return yaml().parseDocument(text, { lineCounter, prettyErrors: false });
  } catch {
    return undefined; // nested deeper than the stack: the file alone has to do as its place
  }
}

function offsetOf(document: Document, path: JsonPath): number {
  const { isAlias, isMap, isScalar, isSeq } = yaml();
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (pair === undefined) break;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      const range = (node as { range?: readonly number[] } | undefined)?.range;
      if (range?.[0] === undefined) break;
      offset = range[0];
    } else break;
  }
  return offset;
}
