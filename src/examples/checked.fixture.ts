import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checkExamples } from './check-examples.ts';

/** A temporary folder with files in it, by their names; it goes when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What is found in a folder, as `rule line:column message`, and what could not be checked. */
export async function checked(folder: string) {
  const { findings, unchecked, checked: counts } = await checkExamples([folder]);
  const told = findings.map(
    ({ rule, line, column, message }) => `${rule} ${line}:${column} ${message}`,
  );
  return { told, unchecked, counts, findings };
}

/** What is found in one schema, which is all of a document. */
export async function checkedSchema(schema: unknown): Promise<readonly string[]> {
  return (await checked(folderWith({ 'a.json': JSON.stringify(schema) }))).told;
}
