import { MatrixError } from '../http/matrix-error.ts';

/**
 * The position in the stream that a token of `/sync` stands for; undefined without a token. `name`
 * is that of the parameter. Throws 400 M_INVALID_PARAM for what is no token of this homeserver.
 */
export function readPosition(token: string | null, name: string): number | undefined {
  if (token === null || token === '') return undefined;
  if (/^s\d{1,15}$/.test(token)) return Number(token.slice(1));
  throw new MatrixError(400, 'M_INVALID_PARAM', `${name} is not a token of this homeserver`);
}
