import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fetchText } from './fetch-text.ts';
import { findDocuments, rootOf } from './find-documents.ts';
import { valueAt } from './json-pointer.ts';
import {
  isVersion,
  type PublishedOptions,
  publishedUrl,
  readPublished,
} from './published-specification.ts';
import { type ReadText, readDocuments } from './read-documents.ts';
import { readFileBelow } from './read-file-below.ts';
import { readOperations } from './read-operations.ts';
import { createSpecification, type Specification } from './specification.ts';
import { SpecificationError } from './specification-error.ts';

/** How a specification is fetched and cached; only URLs and versions need it. */
export type LoadOptions = PublishedOptions;

/**
 * Loads OpenAPI 3.1 documents.
 *
 * @param source a document; a folder of documents without a root, such as matrix-spec's
 * `data/api/client-server`, or `data` itself; an http(s) URL; or a published version of the
 * client-server API: `v1.16`, `latest`, `unstable`
 * @throws SpecificationError with file, line and column of the first defect of a document
 */
export async function loadSpecification(
  source: string,
  options: LoadOptions = {},
): Promise<Specification> {
  const { roots, readText } = await findSource(source, options);
  const schemas = await readDocuments(roots, readText);
  const operations = readOperations(schemas, roots);
  if (operations.length === 0) throw new SpecificationError(`There is no operation in ${source}.`);
  const version =
    isVersion(source) && valueAt(schemas.at(roots[0] ?? '')?.value, ['info', 'version']);
  return createSpecification({
    source,
    ...(typeof version === 'string' && { version }),
    documents: roots.length,
    operations,
    schemas,
  });
}

interface Source {
  /** Absolute URIs of the documents. */
  readonly roots: readonly string[];
  readonly readText: ReadText;
}

async function findSource(source: string, options: LoadOptions): Promise<Source> {
  if (isVersion(source)) {
    const root = publishedUrl(source);
    const text = await readPublished(source, options);
    return { roots: [root], readText: only(root, async () => text) };
  }
  if (/^https?:\/\//i.test(source)) {
    if (!URL.canParse(source)) throw new SpecificationError(`${source} is no URL.`);
    const { origin, href } = new URL(source);
    const root = href.replace(/#.*$/, '');
    return { roots: [root], readText: only(origin, (uri) => fetchText(uri, options)) };
  }
  const path = resolve(source);
  const facts = await stat(path).catch(() => undefined);
  if (facts === undefined)
    throw new SpecificationError(
      `There is no ${source}: name a file, a folder, a URL, or a version such as v1.16.`,
    );
  const { files, root } = facts.isDirectory()
    ? await findDocuments(path)
    : { files: [path], root: rootOf(dirname(path)) };
  const read = readFileBelow(root);
  return {
    roots: files.map((file) => pathToFileURL(file).href),
    readText: async (uri) => read(uri),
  };
}

/** A document from the network may refer to its own origin only, never to files. */
function only(start: string, readText: ReadText): ReadText {
  return async (uri) => {
    if (uri === start || new URL(uri).origin === start) return readText(uri);
    throw new Error(`${uri} is not read: this document may refer to ${start} only`);
  };
}
