import { checkReferences } from './check-references.ts';
import { Documents, fileName } from './documents.ts';
import { expandedSize } from './expanded-size.ts';
import { SpecificationError } from './specification-error.ts';

/** Gives the text of a document by its URI, or throws an `Error` with one sentence. */
export type ReadText = (uri: string) => Promise<string>;

const mostValues = 2_000_000;

/**
 * Reads documents and all that they refer to, each once, with swagger-parser; it neither validates
 * nor dereferences (it merges what stands beside a `$ref` wrongly, and would accept wrong answers).
 *
 * @param roots absolute URIs
 * @throws SpecificationError with the place of the first defect
 */
export async function readDocuments(
  roots: readonly string[],
  readText: ReadText,
): Promise<Documents> {
  const texts = new Map<string, string>();
  const failures = new Map<string, string>();
  const values = new Map<string, unknown>();

  const read = async ({ url }: { url: string }): Promise<string> => {
    try {
      const text = await readText(url);
      texts.set(url, text);
      return text;
    } catch (error) {
      failures.set(url, error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
  const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
  const parser = new SwaggerParser();
  // One root that refers to all documents, so that what they share is read once.
  const root = {
    openapi: '3.1.0',
    info: { title: 'all documents', version: '1' },
    paths: {},
    'x-documents': roots.map((uri) => ({ $ref: uri })),
  };
  let unexpected: unknown;
  try {
    await parser.resolve(root, {
      continueOnError: true,
      parse: { text: false, binary: false },
      resolve: { file: false, http: false, documents: { order: 1, canRead: true, read } },
    });
  } catch (error) {
    // Errors of documents are found again below, where their places are known.
    unexpected = error;
  }
  const resolved = parser.$refs.values() as Record<string, unknown>;
  for (const uri of texts.keys()) values.set(uri, resolved[uri]);

  const documents = new Documents(texts, values);
  for (const uri of roots) {
    const failure = failures.get(uri);
    if (failure !== undefined) throw new SpecificationError(failure);
  }
  for (const [uri, value] of values)
    if (value instanceof Error) throw syntaxError(documents, uri, value);
  for (const uri of values.keys()) checkDocument(documents, uri, failures);
  if (unexpected instanceof Error && unexpected.name !== 'JSONParserErrorGroup')
    throw new SpecificationError(`The documents cannot be read: ${unexpected.message}.`);
  return documents;
}

function checkDocument(documents: Documents, uri: string, failures: ReadonlyMap<string, string>) {
  const place = { document: uri, path: [] };
  try {
    const hasAliases = checkReferences(documents, uri, failures);
    if (hasAliases && expandedSize(documents.at(uri)?.value) > mostValues)
      throw documents.defect(place, 'the aliases of this document expand without bound');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw documents.defect(place, 'this document is nested too deeply');
  }
}

function syntaxError(documents: Documents, uri: string, error: Error): SpecificationError {
  const found = documents.positions(uri).syntaxError;
  const file = fileName(uri);
  const language = /\.json$/i.test(uri) ? 'JSON' : 'YAML';
  if (found)
    return new SpecificationError(`no valid ${language}: ${found.what}`, {
      file,
      ...found.position,
    });
  // The two YAML parsers disagree: the one that read it names its place as `(line:column)`.
  const [, line = 1, column = 1] = /\((\d+):(\d+)\)/.exec(error.message) ?? [];
  const what = error.message.split(/ \(\d+:\d+\)|\n/, 1)[0] ?? '';
  const location = { file, line: Number(line), column: Number(column) };
  return new SpecificationError(`no valid ${language}: ${what}`, location);
}
