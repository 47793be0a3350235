/**
 * What a terminal shows after a text was written to it, as lines without colours: as much of a
 * terminal as the live view uses. Rows are without end; what is wider than `columns` breaks.
 */
export function screenAfter(text: string, columns: number): readonly string[] {
  const rows: string[][] = [[]];
  let row = 0;
  let column = 0;
  const cells = () => {
    while (rows.length <= row) rows.push([]);
    return rows[row] ?? [];
  };
  for (const [unit] of text.matchAll(/\u001b\[[?\d]*[A-Za-z]|[^\u001b]/gu)) {
    const [, count = '', command = ''] = /^\u001b\[([?\d]*)([A-Za-z])$/.exec(unit) ?? [];
    if (unit === '\r') column = 0;
    else if (unit === '\n') {
      row += 1;
      column = 0;
    } else if (command === 'A') row = Math.max(0, row - Number(count || 1));
    else if (command === 'K') cells().length = 0;
    else if (command === 'J') {
      cells().length = column;
      rows.length = row + 1;
    } else if (command === '') {
      if (column === columns) {
        row += 1;
        column = 0;
      }
      const line = cells();
      while (line.length < column) line.push(' ');
      line[column] = unit;
      column += 1;
    }
  }
  return rows.map((line) => line.join('').trimEnd());
}
