/** Why a body is missing that is larger than so many bytes. */
export function tooLarge(largest: number): string {
  return `is larger than ${largest} bytes`;
}
