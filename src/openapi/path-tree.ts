/** What stands under a path, and what its parameters came to. */
export interface FoundPath<Value> {
  readonly value: Value;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Values by path templates such as `/rooms/{roomId}/state`. */
export interface PathTree<Value> {
  /** The first of two values under one template stays. */
  add(template: string, value: Value): void;
  /** A literal segment counts for more than a parameter; a parameter is one whole segment. */
  find(path: string): FoundPath<Value> | undefined;
}

interface Node<Value> {
  readonly literals: Map<string, Node<Value>>;
  parameter?: Node<Value>;
  leaf?: { readonly value: Value; readonly names: readonly string[] };
}

/** Longer paths than any template are not looked at: they are a stranger's. */
const mostSegments = 64;

/** An empty tree. */
export function createPathTree<Value>(): PathTree<Value> {
  const root: Node<Value> = { literals: new Map() };
  return {
    add(template, value) {
      const names: string[] = [];
      let node = root;
      for (const segment of template.split('/')) {
        const name = /^\{(.*)\}$/.exec(segment)?.[1];
        if (name !== undefined) names.push(name);
        node = name === undefined ? literalOf(node, segment) : parameterOf(node);
      }
      node.leaf ??= { value, names };
    },
    find(path) {
      const segments = path.split('/', mostSegments + 1);
      if (segments.length > mostSegments) return undefined;
      const values: string[] = [];
      const leaf = descend(root, segments, 0, values);
      if (leaf === undefined) return undefined;
      const entries = leaf.names.map((name, index) => [name, values[index] ?? ''] as const);
      return { value: leaf.value, parameters: Object.fromEntries(entries) };
    },
  };
}

function literalOf<Value>(node: Node<Value>, segment: string): Node<Value> {
  const next = node.literals.get(segment) ?? { literals: new Map() };
  node.literals.set(segment, next);
  return next;
}

function parameterOf<Value>(node: Node<Value>): Node<Value> {
  node.parameter ??= { literals: new Map() };
  return node.parameter;
}

function descend<Value>(
  node: Node<Value>,
  segments: readonly string[],
  at: number,
  values: string[],
): Node<Value>['leaf'] {
  const segment = segments[at];
  if (segment === undefined) return node.leaf;
  const text = decoded(segment);
  const literal = node.literals.get(text);
  const found = literal && descend(literal, segments, at + 1, values);
  if (found !== undefined || node.parameter === undefined) return found;
  // Only the last parameter may be empty: the state key is.
  if (text === '' && at < segments.length - 1) return undefined;
  values.push(text);
  const deeper = descend(node.parameter, segments, at + 1, values);
  if (deeper === undefined) values.pop();
  return deeper;
}

/** Servers decode a segment after they have taken the path apart. */
function decoded(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
