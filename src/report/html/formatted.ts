/** JSON over several lines, every token as it was written; any other text stays as it is. */
export function formatted(text: string): string {
  if (!/^\s*[[{]/.test(text) || !isJson(text)) return text;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g) ?? [];
  let depth = 0;
  let told = '';
  tokens.forEach((token, index) => {
    const [before, after] = [tokens[index - 1] ?? '', tokens[index + 1] ?? ''];
    const isEmpty = /[[{]/.test(before.slice(0, 1)) && before.length === 1 && /^[\]}]$/.test(token);
    if (/^[\]}]$/.test(token)) {
      depth -= 1;
      if (!isEmpty) told += line(depth);
    }
    told += token;
    if (/^[[{]$/.test(token)) {
      depth += 1;
      if (!/^[\]}]$/.test(after)) told += line(depth);
    } else if (token === ',') told += line(depth);
    else if (token === ':') told += ' ';
  });
  return told;
}

/** Deep nesting would make a text of spaces alone. */
function line(depth: number): string {
  return `\n${'  '.repeat(Math.min(depth, 40))}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
