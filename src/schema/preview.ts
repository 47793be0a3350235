const most = 200;

/**
 * A value as short JSON for a report. It looks at no more of the value than it shows: a homeserver
 * may answer with millions of values, or nest them deeper than the stack.
 */
export function preview(value: unknown): string {
  const out: string[] = [];
  let room = most;
  const write = (text: string) => {
    out.push(text);
    room -= text.length;
  };
  const writeString = (text: string) => write(JSON.stringify(text.slice(0, Math.max(room, 0))));
  const show = (each: unknown, depth: number): void => {
    if (typeof each === 'string') writeString(each);
    else if (typeof each !== 'object' || each === null) write(String(each));
    else if (Array.isArray(each)) {
      write('[');
      for (let index = 0; index < each.length && isOpen(depth, index); index++)
        show(each[index], depth + 1);
      write(']');
    } else {
      write('{');
      let index = 0;
      for (const key in each) {
        if (!isOpen(depth, index++)) break;
        writeString(key);
        write(':');
        show((each as Record<string, unknown>)[key], depth + 1);
      }
      write('}');
    }
  };
  // Writes what stands before the next member; without room for it, only that there is more.
  const isOpen = (depth: number, index: number): boolean => {
    const hasRoom = room > 0 && depth < 20;
    if (index > 0) write(',');
    if (!hasRoom) write('…');
    return hasRoom;
  };
  show(value, 0);
  const text = out.join('');
  const isCut = text.length > most || (typeof value === 'string' && value.length > most);
  return isCut ? `${shorten(text, most)}… (${measure(value)})` : text;
}

/** Text cut to a length, never within a surrogate pair. */
export function shorten(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

function measure(value: unknown): string {
  if (typeof value === 'string') return `${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== 'object' || value === null) return typeof value;
  return `an object with ${Object.keys(value).length} keys`;
}
