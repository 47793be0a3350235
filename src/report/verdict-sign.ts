import type { Verdict } from '../model/verdict.ts';

/** A colour of the sixteen that every terminal knows. */
export type Colour = 'red' | 'yellow' | 'green' | 'magenta' | 'cyan' | 'dim' | 'bold';

/** How a verdict looks; the symbol tells it apart without colour, too. */
export interface VerdictSign {
  readonly symbol: string;
  readonly colour: Colour;
  /** What it means, for somebody who has never seen the word. */
  readonly meaning: string;
}

/** Every verdict's sign. The word itself is the verdict's name. */
export const verdictSigns = {
  fail: { symbol: '✗', colour: 'red', meaning: 'the homeserver broke a MUST' },
  error: { symbol: '!', colour: 'magenta', meaning: 'the checker or the network went wrong' },
  inconclusive: {
    symbol: '?',
    colour: 'yellow',
    meaning: 'something before the point went wrong, so nothing can be said of the point',
  },
  advice: { symbol: '~', colour: 'cyan', meaning: 'a SHOULD was not met' },
  unsupported: {
    symbol: '-',
    colour: 'dim',
    meaning: 'the homeserver may lack this, and does, or its means were not given',
  },
  pass: { symbol: '✓', colour: 'green', meaning: 'all that was asked was seen to hold' },
} as const satisfies Record<Verdict, VerdictSign>;
