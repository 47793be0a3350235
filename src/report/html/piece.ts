/** A piece of two texts: in both, only in what was expected, or only in what came. */
export type Piece = readonly ['same' | 'gone' | 'come', string];
