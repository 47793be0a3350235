/** The media type of a `Content-Type`, lower-case and without parameters; empty where there is none. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Whether a documented media type, or a range such as `image/*`, is of JSON. */
export function isJson(documented: string): boolean {
  return /^application\/(?:[a-z0-9.+-]+\+)?json$/.test(mediaType(documented));
}

/**
 * The documented media type that a response's is: the very same first, then a range. Octets are any
 * file: what is uploaded keeps its own type, and has it again when it is downloaded.
 *
 * @see https://spec.matrix.org/latest/client-server-api/#get_matrixclientv1mediadownloadservernamemediaid
 */
export function matchingType(documented: readonly string[], received: string): string | undefined {
  const [main] = received.split('/', 1);
  return (
    documented.find((type) => mediaType(type) === received) ??
    documented.find((type) => mediaType(type) === `${main}/*`) ??
    documented.find((type) => ['*/*', 'application/octet-stream'].includes(mediaType(type)))
  );
}
