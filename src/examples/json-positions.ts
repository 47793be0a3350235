/** Where the key of a value begins (of an item the value itself), and the value: offsets in a text. */
export interface Offsets {
  readonly key: number;
  readonly value: number;
}

/**
 * Finds what stands under a path of a text that is JSON; of a path that leads nowhere, the nearest
 * above. It looks at no more of the text than it has to: a tree of 16 MB comes to gigabytes.
 */
export function createJsonPositions(text: string): (path: readonly string[]) => Offsets {
  const known = new Map<number, ReadonlyMap<string, Offsets>>();
  const membersAt = (start: number) => {
    const members = known.get(start) ?? membersOf(text, start);
    known.set(start, members);
    return members;
  };
  return (path) => {
    const start = skipSpace(text, 0);
    let found: Offsets = { key: start, value: start };
    for (const key of path) {
      const next = membersAt(found.value).get(key);
      if (next === undefined) break;
      found = next;
    }
    return found;
  };
}

function membersOf(text: string, start: number): ReadonlyMap<string, Offsets> {
  const members = new Map<string, Offsets>();
  const isObject = text[start] === '{';
  if (!isObject && text[start] !== '[') return members;
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    const key = at;
    let name = String(members.size);
    if (isObject) {
      const end = endOfString(text, at);
      name = JSON.parse(text.slice(at, end));
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    members.set(name, { key, value: at });
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return members;
}

function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const one = text[at];
    if (one === '"') at = endOfString(text, at);
    else if (depth === 0 && (one === ',' || one === ']' || one === '}')) return at;
    else {
      if (one === '{' || one === '[') depth += 1;
      if (one === '}' || one === ']') depth -= 1;
      at += 1;
    }
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (' \t\r\n'.includes(text[at] ?? '.')) at += 1;
  return at;
}
