/**
 * Where the specification has an operation: the path below its address, and the anchor that its
 * authors make of method and path: `client-server-api/#get_matrixclientv3sync`.
 */
export function sectionOf(
  { method, path }: { readonly method: string; readonly path: string },
  api: string,
): string {
  const folder = api === 'unknown' ? 'client-server' : api;
  const anchor = path.toLowerCase().replace(/[^\w-]/g, '');
  return `${folder}-api/#${method.toLowerCase()}${anchor}`;
}
