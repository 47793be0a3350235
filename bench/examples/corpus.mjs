import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * What is wrong, as the manifest tells it. `line` lists every line that may be told.
 *
 * @typedef {{
 *   readonly name: string, readonly defect: string, readonly rule: string,
 *   readonly file: string, readonly line: readonly number[], readonly pointer: string,
 *   readonly also?: readonly { readonly file: string, readonly line: readonly number[] }[],
 * }} Defect
 */

/**
 * @typedef {{ readonly wrong: Defect, readonly defect: Subject, readonly control: Subject }} Case
 * @typedef {import('./tool.mjs').Subject} Subject
 */

/**
 * All cases, and every control: those of the cases, then those that are valid in a tricky way.
 *
 * @typedef {{ readonly cases: readonly Case[], readonly controls: readonly Subject[] }} Corpus
 */

/** @param {string} folder @returns {Corpus} */
export function readCorpus(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const cases = manifest.map((wrong) => {
    const [entry] = wrong.file.split('/');
    return {
      wrong,
      defect: readSubject(folder, `defects/${entry}`),
      control: readSubject(folder, `controls/${entry}`),
    };
  });
  const names = readdirSync(join(folder, 'controls')).sort();
  return { cases, controls: names.map((name) => readSubject(folder, `controls/${name}`)) };
}

/** @param {string} folder @param {string} id @returns {Subject} */
function readSubject(folder, id) {
  const path = join(folder, id);
  const isFolder = statSync(path).isDirectory();
  const files = isFolder ? filesBelow(path) : [path];
  const main = isFolder ? join(path, 'main.yaml') : path;
  const kind = kindOf(path, main);
  const isComposed = files.some((file) => file.startsWith(join(path, 'examples')));
  const isMatrix =
    kind === 'events' ||
    isComposed ||
    /format: mx|x-pattern-format/.test(readFileSync(main, 'utf8'));
  return { id, path, main, files, kind, isMatrix };
}

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile())
    .sort();
}

/** @param {string} path @param {string} main @returns {Subject['kind']} */
function kindOf(path, main) {
  if (existsSync(join(path, 'event-schemas'))) return 'events';
  // By the text: some documents are there because they cannot be parsed.
  const version = /^\s*"?openapi"?:\s*"?(3\.[01])/m.exec(readFileSync(main, 'utf8'))?.[1];
  if (version === undefined) return 'json-schema';
  return version === '3.0' ? 'openapi-3.0' : 'openapi-3.1';
}

/** How a place of a report is written in the manifest. @param {Subject} subject */
export function nameInManifest(file, subject) {
  const [entry] = subject.id.split('/').slice(1);
  const inside = relative(subject.path, file);
  return inside === '' ? entry : `${entry}/${inside.replaceAll('\\', '/')}`;
}
