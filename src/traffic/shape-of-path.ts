/** Segments beyond this are not looked at. */
const mostSegments = 12;

/**
 * A path that no document has, without its query and with `*` in place of what looks like an id or
 * a secret: `/_synapse/admin/v2/users/*`.
 */
export function shapeOfPath(url: string): string {
  const [path = ''] = url.split('?', 1);
  const segments = path.split('/', mostSegments + 1);
  const shown = segments.slice(0, mostSegments).map((one) => (isWord(one) ? one : '*'));
  return segments.length > mostSegments ? `${shown.join('/')}/…` : shown.join('/');
}

/** `_matrix`, `v3`, `org.matrix.msc3575`: short, or a word of lower-case letters. */
function isWord(segment: string): boolean {
  if (!/^[\w.-]{0,40}$/.test(segment)) return false;
  if (/^(?:[a-z]+\.)+msc\d+[\w.]*$/.test(segment)) return true;
  return segment.length <= 12
    ? /^(?:[a-zA-Z._-]*|[a-z]+\d{1,2})$/.test(segment)
    : /^[a-z._-]*$/.test(segment);
}
