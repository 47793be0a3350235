/** The head of a request or of an answer: its first line, and its headers. */
export interface Head {
  readonly first: string;
  /** By lower-case name; repeated headers are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
}

const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const oddCharacter = /[\0-\x08\x0a-\x1f\x7f]/;

/**
 * Reads a head that stands in text, one character a byte, without the empty line at its end. As
 * strict as homeservers are: what some read in one way and some in another is not read at all.
 *
 * @throws SyntaxError saying what is odd about it
 */
export function readHead(text: string): Head {
  let end = text.indexOf('\r\n');
  const first = end < 0 ? text : text.slice(0, end);
  demandPlain(first);
  const headers: Record<string, string> = Object.create(null);
  while (end >= 0) {
    const start = end + 2;
    end = text.indexOf('\r\n', start);
    const line = end < 0 ? text.slice(start) : text.slice(start, end);
    const colon = line.indexOf(':');
    const given = line.slice(0, Math.max(0, colon));
    if (!headerName.test(given)) throw new SyntaxError('a header has an odd name, or none');
    demandPlain(line);
    const name = given.toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = headers[name];
    headers[name] = before === undefined ? value : `${before}, ${value}`;
  }
  return { first, headers };
}

function demandPlain(line: string): void {
  if (oddCharacter.test(line)) throw new SyntaxError('its head has a control character in it');
}
