/**
 * Breaks a text at its spaces into lines of at most `width` characters. A longer word keeps a line
 * to itself, unbroken: an URL or an id can then be copied whole.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}

/** Wraps a text, and indents its first line with `first` and all others as far. */
export function indented(first: string, text: string, width: number): string {
  const hang = ' '.repeat(first.length);
  return wrap(text, Math.max(20, width - first.length))
    .map((line, index) => (index === 0 ? first : hang) + line)
    .join('\n');
}
