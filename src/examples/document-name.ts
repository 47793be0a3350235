import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExampleInput } from './find-input.ts';

/** What a document is called in fingerprints: its path in the folder of its input, or its URL. */
export function documentName(inputs: readonly ExampleInput[]): (document: string) => string {
  return (document) => {
    if (!document.startsWith('file:')) return document;
    const path = fileURLToPath(document);
    const roots = inputs.flatMap(({ root }) => (root === undefined ? [] : [relative(root, path)]));
    const within = roots.find((one) => !one.startsWith('..')) ?? path;
    return within.replaceAll('\\', '/');
  };
}
