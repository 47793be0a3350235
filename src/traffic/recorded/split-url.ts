/** An URL as it stands, taken apart without tidying it up; none where it is not of HTTP. */
export function splitUrl(
  url: string,
): { readonly origin: string; readonly path: string } | undefined {
  const [, origin = '', path = ''] = /^(https?:\/\/[^/?#]*)([^#]*)/i.exec(url) ?? [];
  if (origin === '') return undefined;
  return { origin, path: path.startsWith('/') ? path : `/${path}` };
}
