import type { Place } from '../openapi/documents.ts';
import {
  createPositionFinder,
  type Position,
  type PositionFinder,
} from '../openapi/find-position.ts';
import { type JsonPath, valueAt } from '../openapi/json-pointer.ts';
import { findIdentifiers, type Identifiers } from './find-identifiers.ts';
import { createJsonPositions } from './json-positions.ts';
import { LineStarts } from './line-starts.ts';
import { type ReadDocument, readDocument, type Trouble } from './read-document.ts';

/** Gives the text behind a URI, or throws an `Error` with one sentence. */
export type ReadSource = (uri: string) => string;

/** One document that was read, whatever came of it. */
export interface Source {
  readonly uri: string;
  readonly text: string;
  readonly value: unknown;
  readonly trouble?: Trouble;
}

/**
 * Of how many characters of texts the positions are kept. A YAML document of more has none: its tree
 * would take gigabytes, and a finding in it has the pointer alone to go by.
 */
const mostPositioned = 4_000_000;

function isJson(uri: string): boolean {
  return /\.json$/i.test(uri);
}

/** The documents that were read so far, each once, when somebody first asks for it. */
export class Sources {
  readonly #read: ReadSource;
  readonly #known = new Map<string, Source | Error>();
  readonly #positions = new Map<string, PositionFinder>();
  readonly #lines = new Map<string, LineStarts>();
  readonly #identifiers = new Map<string, Identifiers>();

  constructor(read: ReadSource) {
    this.#read = read;
  }

  /** All that could be read. */
  get all(): readonly Source[] {
    return [...this.#known.values()].filter((one): one is Source => !(one instanceof Error));
  }

  /** The document behind a URI without a fragment, or why there is none. */
  open(uri: string): Source | Error {
    const known = this.#known.get(uri);
    if (known !== undefined) return known;
    const opened = this.#open(uri);
    this.#known.set(uri, opened);
    return opened;
  }

  #open(uri: string): Source | Error {
    let text: string;
    try {
      text = this.#read(uri).replace(/^\uFEFF/, '');
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
    const read: ReadDocument = readDocument(text, isJson(uri));
    if ('trouble' in read) return { uri, text, value: undefined, trouble: read.trouble };
    return { uri, text, value: read.value };
  }

  /** The whole of a document. */
  root({ uri, value }: Source): Place {
    return { document: uri, path: [], value };
  }

  /** What stands under a path of a document, if anything does. */
  at(document: string, path: JsonPath): Place | undefined {
    const source = this.open(document);
    if (source instanceof Error) return undefined;
    const value = path.length === 0 ? source.value : valueAt(source.value, path);
    return value === undefined ? undefined : { document, path, value };
  }

  /** Line and column of a value itself, or of its key, both from 1. */
  position({ document, path }: Pick<Place, 'document' | 'path'>, isKey = false): Position {
    const source = this.open(document);
    if (source instanceof Error) return { line: 1, column: 1 };
    const { trouble } = source;
    if (trouble) return { line: trouble.line ?? 1, column: trouble.column ?? 1 };
    const positions = this.#positions.get(document) ?? this.#finder(source);
    this.#keep(source, positions);
    return isKey ? positions.at(path) : positions.ofValue(path);
  }

  #finder({ uri, text }: Source): PositionFinder {
    const isTooLong = text.length > mostPositioned;
    if (!isJson(uri)) return createPositionFinder(isTooLong ? '' : text, true);
    const offsets = createJsonPositions(text);
    const lines = this.lines(uri);
    return {
      at: (path) => lines.positionAt(offsets(path).key),
      ofValue: (path) => lines.positionAt(offsets(path).value),
    };
  }

  /** Keeps the positions of those that were asked for last: they take many times their texts. */
  #keep({ uri }: Source, positions: PositionFinder): void {
    this.#positions.delete(uri);
    this.#positions.set(uri, positions);
    let length = 0;
    for (const one of [...this.#positions.keys()].toReversed()) {
      length += this.text(one).length;
      if (one !== uri && length > mostPositioned) this.#positions.delete(one);
    }
  }

  lines(document: string): LineStarts {
    const lines = this.#lines.get(document) ?? new LineStarts(this.text(document));
    this.#lines.set(document, lines);
    return lines;
  }

  text(document: string): string {
    const source = this.open(document);
    return source instanceof Error ? '' : source.text;
  }

  /** The names that parts of a document give themselves. */
  identifiers(document: string): Identifiers {
    const known = this.#identifiers.get(document);
    if (known !== undefined) return known;
    const source = this.open(document);
    const isNamed =
      !(source instanceof Error) && /\$(?:id|anchor|dynamicAnchor)\b/.test(source.text);
    const found = findIdentifiers(isNamed ? this.root(source) : undefined);
    this.#identifiers.set(document, found);
    return found;
  }
}
