/** One thing to tell: in a line, and where there is room in full. */
export interface MarkdownItem {
  readonly short: string;
  readonly full?: string;
}

/** Things of a kind under their heading. */
export interface MarkdownSection {
  readonly heading: string;
  readonly items: readonly MarkdownItem[];
}

/** Room for the line that says how many are left out. */
const reserve = 100;

/**
 * Sections in no more than `limit` UTF-16 units: first everything in a line, then in full as long as
 * there is room, in order. What has no room at all is counted.
 */
export function markdownSections(sections: readonly MarkdownSection[], limit: number): string {
  const mine = sections.filter(({ items }) => items.length > 0);
  let room = limit - mine.reduce((sum, { heading }) => sum + heading.length + 4 + reserve, 0);
  const chosen = mine.map(({ items }) => {
    const kept: string[] = [];
    for (const { short } of items) {
      if (short.length + 1 > room) break;
      room -= short.length + 1;
      kept.push(short);
    }
    return kept;
  });
  mine.forEach(({ items }, section) => {
    chosen[section]?.forEach((short, index) => {
      const full = items[index]?.full;
      const more = full === undefined ? Number.POSITIVE_INFINITY : full.length - short.length + 2;
      if (full === undefined || more > room) return;
      room -= more;
      if (chosen[section] !== undefined) chosen[section][index] = `${full}\n`;
    });
  });
  const written = mine.map(({ heading, items }, section) => {
    const kept = chosen[section] ?? [];
    const left = items.length - kept.length;
    const rest = left === 0 ? '' : `\n\n${left} more are left out here: other reports have them.`;
    return `${heading}\n\n${kept.join('\n')}${rest}`;
  });
  return written.join('\n\n');
}
