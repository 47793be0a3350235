import type { SpokenMessage } from '../spoken.ts';
import { textOf } from './member-of.ts';

/** Why a body is missing. */
export const notRecorded = 'was not recorded';

/** Reads a file beside a HAR file by its name, or says why not. */
export type ReadBeside = (name: string) => Pick<SpokenMessage, 'body' | 'missing'>;

/** Where nothing lies beside it that could be read. */
export const readNothing: ReadBeside = () => ({ missing: notRecorded });

/**
 * The body that a `content` or a `postData` of a HAR file holds, or that Playwright put into a file
 * beside it (`_file`, with an empty text); none where there is neither, as an empty text may stand for
 * what was left out.
 */
export function harContent(
  content: unknown,
  beside: ReadBeside,
): Pick<SpokenMessage, 'body' | 'missing'> | undefined {
  const text = textOf(content, 'text');
  const name = textOf(content, '_file');
  if (text === undefined || text === '') return name === undefined ? undefined : beside(name);
  const encoding = textOf(content, 'encoding') === 'base64' ? 'base64' : 'utf8';
  return { body: Buffer.from(text, encoding) };
}

/**
 * A message with a body that is there without its encoding, as HAR 1.2 asks for. Some programs write
 * the bytes as they came: then they begin as gzip does.
 */
export function harBody(
  headers: SpokenMessage['headers'],
  { body, missing = notRecorded }: Pick<SpokenMessage, 'body' | 'missing'>,
): SpokenMessage {
  if (body === undefined) return { headers, missing };
  const isPacked = body[0] === 0x1f && body[1] === 0x8b;
  if (isPacked || headers['content-encoding'] === undefined) return { headers, body };
  const { 'content-encoding': _, ...plain } = headers;
  return { headers: plain, body };
}
