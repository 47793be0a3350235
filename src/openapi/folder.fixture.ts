import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A temporary folder with these files, by their paths; gone when the test is. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'documents-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** A document with one operation, `getThing`, whose 200 has this schema (YAML flow style). */
export function documentOf(schema: string, more = ''): string {
  return `openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  /thing:
    get:
      operationId: getThing
      responses:
        '200':
          description: A thing.
          content:
            application/json:
              schema: ${schema}
${more}`;
}
