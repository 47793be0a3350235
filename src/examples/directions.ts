/** Which way a schema's values go, as bits: to the server, from it, or nobody knows. */
export const request = 1;
export const response = 2;
export const neither = 4;

/** A set of directions, as bits. */
export type Directions = number;

/** What alone decides whether `readOnly` and `writeOnly` say something: the one way values go. */
export type Direction = 'request' | 'response' | undefined;

/** The one direction of a set, where it is one. */
export function onlyDirection(directions: Directions): Direction {
  if (directions === request) return 'request';
  if (directions === response) return 'response';
  return undefined;
}
