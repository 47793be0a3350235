import { type Fetch, fetchText } from '../openapi/fetch-text.ts';
import { checkOnce, type Examples } from './check-once.ts';
import { findInput } from './find-input.ts';
import type { RuleId } from './rules.ts';

/** How documents are checked. */
export interface ExamplesOptions {
  /** The rules to look at; those that are on by default when left out. */
  readonly rules?: readonly RuleId[];
  /** Whether documents may refer to the network: to any http(s) URL. */
  readonly allowNetwork?: boolean;
  readonly fetch?: Fetch;
  readonly signal?: AbortSignal;
  /** Called with what is being done now: `reading`, `checking 1600 values`. */
  readonly onProgress?: (what: string) => void;
}

const mostRounds = 20;

/**
 * Checks that the examples of OpenAPI 3 documents, of JSON Schemas and of Matrix event schemas are
 * true: that each matches its schema.
 *
 * @param paths files, folders, or http(s) URLs of documents
 * @throws InputError with one sentence, where a path leads nowhere
 */
export async function checkExamples(
  paths: readonly string[],
  options: ExamplesOptions = {},
): Promise<Examples> {
  const inputs = paths.map(findInput);
  const fetched = new Map<string, string | Error>();
  for (const { files, root } of inputs)
    if (root === undefined)
      for (const url of files) fetched.set(url, await fetchInto(url, options));
  // What refers to the network is found by reading, so it is read until nothing more is wanted.
  for (let round = 1; ; round++) {
    const wanted = new Set<string>();
    const result = checkOnce(inputs, fetched, wanted, options);
    if (wanted.size === 0 || round === mostRounds) return result;
    for (const url of wanted) fetched.set(url, await fetchInto(url, options));
  }
}

async function fetchInto(url: string, { fetch, signal, onProgress }: ExamplesOptions) {
  onProgress?.(`fetching ${url}`);
  try {
    return await fetchText(url, { fetch, signal });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
