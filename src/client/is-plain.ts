/** Whether a secret, or a character of it, is spelled the same everywhere. */
export function isPlain(secret: string): boolean {
  return /^[A-Za-z0-9._~-]*$/.test(secret);
}
