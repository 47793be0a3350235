import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { fromRoot } from './child.mjs';

/** The specification's own client-server documents, where they lie beside the project. */
export const folder = fromRoot('../shared/matrix-spec/api/client-server');

/** Every official document, then all that they refer to: the very files that the loader reads. */
export function officialFiles() {
  const documents = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const files = new Set(documents.map((name) => join(folder, name)));
  for (const file of files) {
    for (const [, reference] of readFileSync(file, 'utf8').matchAll(
      /\$ref["']?:\s*["']?([^"'#\s]+)/g,
    )) {
      const target = resolve(dirname(file), reference);
      if (existsSync(target)) files.add(target);
    }
  }
  return { documents: documents.length, files: [...files] };
}

/** Parses files with `yaml` and does nothing else. @param {readonly string[]} files */
export async function parseAlone(files) {
  for (const file of files) parse(readFileSync(file, 'utf8'));
}
