/** Whether a scenario's id holds the pattern, in which `*` stands for anything. */
export function isMatch(pattern: string, id: string): boolean {
  let from = 0;
  return pattern.split('*').every((part) => {
    const at = id.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}
