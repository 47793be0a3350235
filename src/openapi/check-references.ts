import type { Documents } from './documents.ts';
import { isRecord, readPointer, writePointer } from './json-pointer.ts';

/**
 * Makes every `$ref` of a document absolute, in place, and throws a located `SpecificationError`
 * for the first one that leads nowhere. Absolute, because Ajv loses the base URI on its way through
 * a chain of bare `$ref`s over three documents.
 *
 * @param failures why a document could not be read, by its URI
 * @returns whether YAML aliases make one value stand at several places
 */
export function checkReferences(
  documents: Documents,
  document: string,
  failures: ReadonlyMap<string, string>,
): boolean {
  const seen = new Set<object>();
  const path: string[] = [];
  let hasAliases = false;

  const visit = (value: unknown): void => {
    if (!isRecord(value)) return;
    if (seen.has(value)) {
      hasAliases = true;
      return;
    }
    seen.add(value);
    if (typeof value.$ref === 'string') value.$ref = absolute(value.$ref);
    for (const key of Object.keys(value)) {
      const child = value[key];
      // What stands in an `enum` is data; no schema is ever a list.
      if (key === 'enum' && Array.isArray(child)) continue;
      path.push(key);
      visit(child);
      path.pop();
    }
  };

  const absolute = (reference: string): string => {
    const fail = (why: string) =>
      documents.defect({ document, path }, `$ref leads nowhere: ${why}`, '$ref');
    if (!URL.canParse(reference, document)) throw fail(`${reference} is no URI`);
    const url = new URL(reference, document);
    const pointer = readPointer(url.hash.slice(1));
    if (pointer === undefined) throw fail(`${url.hash} is no JSON pointer`);
    url.hash = '';
    const target = url.href;
    const failure = failures.get(target);
    if (failure !== undefined) throw fail(failure);
    const uri = pointer.length === 0 ? target : `${target}#${writePointer(pointer)}`;
    if (documents.at(uri) === undefined) throw fail(`there is no ${reference}`);
    return uri;
  };

  visit(documents.at(document)?.value);
  return hasAliases;
}
