import { largestDocument } from './read-file-below.ts';

/** What of `fetch` is used; for tests, proxies and the like. */
export type Fetch = (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;

const mostMilliseconds = 60_000;

/**
 * The text behind a URL.
 *
 * @throws Error with one sentence, where it cannot be had, is too large, or takes over a minute
 */
export async function fetchText(
  url: string,
  options: { readonly fetch?: Fetch | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<string> {
  const timeout = AbortSignal.timeout(mostMilliseconds);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  const response = await (options.fetch ?? fetch)(url, { signal }).catch((error: unknown) => {
    throw new Error(`${url} cannot be reached: ${reasonOf(error)}`);
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`${url} answers with the status ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > largestDocument) break; // leaving the loop cancels the body
      chunks.push(chunk);
    }
  } catch (error) {
    throw new Error(`${url} broke off: ${reasonOf(error)}`);
  }
  if (size > largestDocument) throw new Error(`${url} is larger than ${largestDocument} bytes`);
  return Buffer.concat(chunks).toString('utf8');
}

/** The innermost cause: `fetch` itself says only "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
