import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExamplesResult } from '../model/example-finding.ts';
import { fileName } from '../openapi/documents.ts';
import { readFileBelow } from '../openapi/read-file-below.ts';
import { checkFurtherRules } from './check-further-rules.ts';
import { documentName } from './document-name.ts';
import type { ExampleInput } from './find-input.ts';
import { findingsOf } from './findings-of.ts';
import { judgeChecks } from './judge-checks.ts';
import { allRules, type RuleId } from './rules.ts';
import { Sources } from './sources.ts';
import type { ExampleTrouble } from './trouble.ts';
import { type Start, walkDocuments } from './walk-documents.ts';

/** What came of checking: all findings, with nothing left out. */
export type Examples = Omit<
  ExamplesResult,
  'checker' | 'known' | 'gone' | 'startedAt' | 'milliseconds'
>;

/** How much is read at most, in characters: their values take many times that. */
const mostCharacters = 64 * 1024 * 1024;

/** What is to be looked at, and how. */
interface OnceOptions {
  readonly rules?: readonly RuleId[];
  readonly allowNetwork?: boolean;
  readonly onProgress?: (what: string) => void;
}

/**
 * Checks documents with what was fetched so far.
 *
 * @param fetched the texts of URLs, or why there are none
 * @param wanted is filled with the URLs that documents refer to, and that nobody has fetched yet
 */
export function checkOnce(
  inputs: readonly ExampleInput[],
  fetched: ReadonlyMap<string, string | Error>,
  wanted: Set<string>,
  { rules, allowNetwork = false, onProgress }: OnceOptions,
): Examples {
  const looked = allRules.filter(({ id, isDefault }) => rules?.includes(id) ?? isDefault);
  const asked = new Set<RuleId>(looked.map(({ id }) => id));
  const readers = inputs.flatMap(({ root }) => (root === undefined ? [] : [readFileBelow(root)]));
  /** Why what is on the network could not be read: no fault of the document that refers to it. */
  const unread = new Set<string>();
  let length = 0;
  const sources = new Sources((uri) => {
    if (!/^https?:/.test(uri)) {
      const text = readWithOne(readers, uri);
      length += text.length;
      if (length <= mostCharacters) return text;
      const message = `${fileName(uri)} is not read: the documents before it are too large together`;
      unread.add(message);
      throw new Error(message);
    }
    const known = fetched.get(uri);
    if (typeof known === 'string') return known;
    if (allowNetwork && known === undefined) wanted.add(uri);
    const message =
      known?.message ?? `${uri} is on the network, and is read with --allow-network only`;
    unread.add(message);
    throw new Error(message);
  });
  const troubles: ExampleTrouble[] = [];
  const unchecked = new Set<string>();
  const tell = (trouble: ExampleTrouble) => {
    const message = [...unread].find((one) => trouble.message.endsWith(one));
    if (message === undefined) troubles.push(trouble);
    else unchecked.add(`${fileName(trouble.place.document)}: ${message}`);
  };
  const starts = inputs.flatMap(startsOf);
  onProgress?.(`reading ${starts.length} documents`);
  const walked = walkDocuments(starts, sources, tell);
  onProgress?.(`checking ${walked.checks.length} values`);
  const examples = wanted.size > 0 ? 0 : judgeChecks(walked.checks, sources, tell);
  checkFurtherRules(walked.operations, asked, sources, tell);
  for (const { uri, trouble } of sources.all)
    if (trouble) troubles.push(unreadable(uri, trouble.what));
  return {
    rules: looked,
    checked: {
      files: sources.all.length,
      examples,
      schemas: walked.schemas,
      operations: walked.operations.length,
    },
    findings: findingsOf(troubles, asked, sources, documentName(inputs)),
    unchecked: [...walked.unchecked, ...unchecked],
  };
}

function startsOf({ files, root, isNamed, folder }: ExampleInput): Start[] {
  return files.map((file) => ({
    uri: root === undefined ? file : pathToFileURL(file).href,
    isNamed,
    isIllustration: folder !== undefined && /(?:^|[\\/])examples[\\/]/.test(relative(folder, file)),
  }));
}

function unreadable(uri: string, what: string): ExampleTrouble {
  return {
    rule: 'document-parses',
    place: { document: uri, path: [] },
    message: `this cannot be read: ${what}`,
  };
}

/** Reads with the first reader that may; what none may read is told by the first. */
function readWithOne(readers: readonly ((uri: string) => string)[], uri: string): string {
  let first: unknown;
  for (const read of readers) {
    try {
      return read(uri);
    } catch (error) {
      first ??= error;
    }
  }
  throw (
    first ?? new Error(`${uri} is not read: a document from the network may not refer to files`)
  );
}
