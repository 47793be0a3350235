import { MatrixError } from './matrix-error.ts';

/**
 * The token of an Authorization header (client-server-api/#using-access-tokens).
 * Throws 401 M_MISSING_TOKEN where there is no header, or one of another scheme.
 */
export function bearerToken(authorization: string | undefined): string {
  const token = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new MatrixError(401, 'M_MISSING_TOKEN', 'No access token given');
  return token;
}
