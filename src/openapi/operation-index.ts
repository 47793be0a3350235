import type { Operation } from '../model/operation.ts';
import { createPathTree, type PathTree } from './path-tree.ts';

/** The operation that a request is for. */
export interface FoundOperation {
  readonly operation: Operation;
  /** The path parameters by name, decoded where they can be. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The version that was asked for, where the document has the path below another: `r0`. */
  readonly askedVersion?: string;
}

/** Finds operations by what goes over the wire. */
export interface OperationIndex {
  /** @param path raw, from the first slash, without its query */
  find(method: string, path: string): FoundOperation | undefined;
}

/** `/_matrix/client/r0/sync`: what stands before the version, the version, and the rest. */
const versioned = /^(\/_matrix\/[^/]+\/)(r0|v\d+|unstable)(\/.*)$/;

/**
 * An index of operations by method and path template. A request for another version of a path than
 * the document has (`r0`, `v1`, `v3`, `unstable`) is for the same operation, unless the document has
 * that very path as well; and the slash before an empty last parameter may be left out.
 */
export function createOperationIndex(operations: readonly Operation[]): OperationIndex {
  const exact = new Map<string, PathTree<Operation>>();
  const anyVersion = new Map<string, PathTree<Operation>>();
  const treeOf = (trees: Map<string, PathTree<Operation>>, method: string) => {
    const tree = trees.get(method) ?? createPathTree<Operation>();
    trees.set(method, tree);
    return tree;
  };
  for (const operation of clientsFirst(operations)) {
    treeOf(exact, operation.method).add(operation.path, operation);
    treeOf(anyVersion, operation.method).add(withoutVersion(operation.path), operation);
  }
  const look = (trees: Map<string, PathTree<Operation>>, method: string, path: string) => {
    const tree = trees.get(method);
    return tree?.find(path) ?? tree?.find(`${path}/`);
  };
  return {
    find(method, path) {
      const found = look(exact, method, path);
      if (found !== undefined) return { operation: found.value, parameters: found.parameters };
      const [, , askedVersion] = versioned.exec(path) ?? [];
      if (askedVersion === undefined) return undefined;
      const other = look(anyVersion, method, withoutVersion(path));
      if (other === undefined) return undefined;
      return { operation: other.value, parameters: other.parameters, askedVersion };
    },
  };
}

function withoutVersion(path: string): string {
  return path.replace(versioned, '$1*$3');
}

/** Where two APIs have a path, a client means the client-server API. */
function clientsFirst(operations: readonly Operation[]): readonly Operation[] {
  const rank = ({ api }: Operation) => Number(api !== 'client-server');
  return operations.toSorted((a, b) => rank(a) - rank(b));
}
