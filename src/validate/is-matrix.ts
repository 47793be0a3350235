import type { Operation } from '../model/operation.ts';

/** Whether an operation is a homeserver's: what is below `/.well-known/` may be any web server's. */
export function isMatrix({ path }: Operation): boolean {
  return path.startsWith('/_matrix/');
}
