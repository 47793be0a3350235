import type { Colour } from './verdict-sign.ts';

const codes = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  magenta: 35,
  cyan: 36,
} as const satisfies Record<Colour, number>;

/** Puts a colour around a text. */
export type Paint = (colour: Colour, text: string) => string;

/** A paint that colours, or one that leaves every text as it is. */
export function paint(color: boolean): Paint {
  if (!color) return (_colour, text) => text;
  return (colour, text) => `\u001b[${codes[colour]}m${text}\u001b[0m`;
}
