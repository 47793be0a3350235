const known =
  /^(client-server|server-server|application-service|identity|push-gateway)(?:-api|\.ya?ml|\.json)?$/;

/**
 * The name of the API that a document belongs to: that of its folder in `api/<name>/`, or one of
 * Matrix's APIs in its URL or in its title, or `unknown`.
 */
export function apiName(uri: string, title: string): string {
  const segments = new URL(uri).pathname.split('/').map((segment) => decodeURIComponent(segment));
  if (segments.at(-3) === 'api' && segments.at(-2)) return segments.at(-2) ?? 'unknown';
  for (const segment of segments.toReversed()) {
    const name = known.exec(segment)?.[1];
    if (name !== undefined) return name;
  }
  const words = title.toLowerCase().replaceAll(' ', '-');
  if (words.includes('federation')) return 'server-server';
  return (
    /client-server|server-server|application-service|identity|push-gateway/.exec(words)?.[0] ??
    'unknown'
  );
}
