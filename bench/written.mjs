/**
 * The ways in which requests write a value that a homeserver made up: as it is, and in a path with
 * all encoded that has to be, with less, or with more.
 *
 * @type {Readonly<Record<string, (value: string) => string>>}
 */
export const written = {
  plain: (value) => value,
  encoded,
  'sparing + and $': (value) => encoded(value).replace(/%2B|%24/g, decodeURIComponent),
  'sparing all that may be': (value) =>
    encoded(value).replace(/%2[14B]|%3A|%40/g, decodeURIComponent),
  'with needless escapes': (value) =>
    encoded(value.slice(0, 1)) +
    [...value.slice(1, 8)].map(escaped).join('') +
    encoded(value.slice(8)),
};

/** As the checker writes it in a path. */
function encoded(text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => escaped(one).toUpperCase());
}

function escaped(character) {
  return `%${character.charCodeAt(0).toString(16)}`;
}
