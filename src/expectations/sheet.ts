import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';
import type { Span } from '../model/expectation.ts';

/** A key with its value, as they stand in the file. */
export type Member = Pair<Node, Node | null>;

/** An expectations file as YAML: its entries in their order, and where each thing stands. */
export class Sheet {
  /** One a line that is not YAML; none of the entries can then be trusted. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  readonly lines: readonly string[];
  readonly document: Document.Parsed;
  readonly #counter = new LineCounter();

  constructor(text: string) {
    const options = { lineCounter: this.#counter, prettyErrors: false, uniqueKeys: false };
    this.document = parseDocument(text, options);
    this.lines = text.split('\n');
    const perLine = new Map<number, string>();
    for (const { pos, message, code } of this.document.errors.toReversed()) {
      const isSecond = code === 'MULTIPLE_DOCS';
      const told = isSecond ? 'a second document begins, and one is read' : `no YAML: ${message}`;
      perLine.set(this.#counter.linePos(pos[0]).line, told);
    }
    this.faults = [...perLine].map(([line, message]) => ({ line, message })).toReversed();
  }

  /** The members of a map; none where it is no map, or is empty. */
  membersOf(node: unknown): readonly Member[] {
    return isMap<Node, Node | null>(node) ? node.items : [];
  }

  /** The line on which a thing stands, from 1. */
  lineOf(node: Node): number {
    return this.#counter.linePos(node.range?.[0] ?? 0).line;
  }

  /** The column at which a thing begins, from 0. */
  columnOf(node: Node): number {
    return this.#counter.linePos(node.range?.[0] ?? 0).col - 1;
  }

  /** A value's place within its line. */
  spanOf(node: Node): Span {
    const [start = 0, end = 0] = node.range ?? [];
    const from = this.columnOf(node);
    return { line: this.lineOf(node), from, to: from + end - start };
  }

  /** A value as it is written, so that 1.10 stays 1.10; none where it is no single value. */
  textOf(node: Node | null): string | undefined {
    const value = isAlias(node) ? node.resolve(this.document) : node;
    if (value === null || value === undefined) return '';
    if (!isScalar(value)) return undefined;
    if (value.value === null) return '';
    return typeof value.value === 'string' ? value.value : (value.source ?? String(value.value));
  }
}
