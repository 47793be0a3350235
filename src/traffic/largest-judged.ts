/** No body is unpacked, or looked at, beyond this, in bytes. */
export const largestJudged = 8 * 1024 * 1024;
