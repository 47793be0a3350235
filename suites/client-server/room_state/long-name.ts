/** A text of so many bytes that repeats one character, and what is too long by one of them. */
export function long(character: string, most: number): { fits: string; exceeds: string } {
  const count = Math.floor(most / Buffer.byteLength(character));
  const rest = 'x'.repeat(most - count * Buffer.byteLength(character));
  return { fits: rest + character.repeat(count), exceeds: `${rest}${character.repeat(count)}y` };
}
