/**
 * The URL that all paths of a homeserver stand below: without a slash at its end, query or fragment.
 * @throws TypeError for what is no URL.
 */
export function baseUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/+$/, '');
}
