import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { type Fetch, fetchText } from './fetch-text.ts';
import { SpecificationError } from './specification-error.ts';

/** Where published documents are kept, and how they are fetched. */
export interface PublishedOptions {
  /** Default: `matrix-conformance` below `$XDG_CACHE_HOME`, or below `~/.cache`. */
  readonly cacheFolder?: string | undefined;
  /** Default: the `fetch` of Node. */
  readonly fetch?: Fetch | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Whether a source names a published version: `v1.16`, `latest` or `unstable`. */
export function isVersion(source: string): boolean {
  return /^(v\d{1,3}\.\d{1,3}|latest|unstable)$/.test(source);
}

/** Where the specification's authors publish the client-server API of a version. */
export function publishedUrl(version: string): string {
  return `https://spec.matrix.org/${version}/client-server-api/api.json`;
}

/**
 * The published document of a version. A numbered version never changes, so it is taken from the
 * cache where it is there; `latest` and `unstable` are fetched, and taken from the cache offline.
 *
 * @throws SpecificationError where it is neither published nor cached, saying what to do
 */
export async function readPublished(version: string, options: PublishedOptions): Promise<string> {
  const url = publishedUrl(version);
  const file = join(options.cacheFolder ?? defaultCacheFolder(), `client-server-${version}.json`);
  const cached = await readCached(file);
  if (cached !== undefined && version.startsWith('v')) return cached;
  try {
    const text = await fetchText(url, options);
    if (!isOpenApi(text))
      throw new Error(`${url} answers with something that is no OpenAPI document`);
    await writeCached(file, text);
    return text;
  } catch (error) {
    options.signal?.throwIfAborted();
    if (cached !== undefined) return cached;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SpecificationError(
      `The specification ${version} is not in the cache and ${reason}; check the connection and the version, or name a folder of OpenAPI documents instead.`,
    );
  }
}

function defaultCacheFolder(): string {
  const named = process.env.XDG_CACHE_HOME;
  const base = named !== undefined && isAbsolute(named) ? named : join(homedir(), '.cache');
  return join(base, 'matrix-conformance');
}

async function readCached(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text !== undefined && isOpenApi(text) ? text : undefined;
}

/** Through a file of its own and a rename, so that nobody ever reads half a document. */
async function writeCached(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.${crypto.randomUUID()}`;
  try {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(draft, text);
    await rename(draft, file);
  } catch {
    // A cache that cannot be written costs the next run a download, and this run nothing.
    await rm(draft, { force: true }).catch(() => {});
  }
}

function isOpenApi(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'openapi' in value && 'paths' in value;
  } catch {
    return false;
  }
}
