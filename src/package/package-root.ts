import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package, with its `spec`: the same for the sources and what is built of them. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The documents that the project brings along. */
export const ownSpecification: string = join(packageRoot, 'spec');

/** The JSON Schema of the JSON report. */
export const resultSchemaFile: string = join(packageRoot, 'reports', 'result.schema.json');

export async function packageVersion(): Promise<string> {
  const text = await readFile(join(packageRoot, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}
