import type { Homeserver } from '../../homeserver.ts';

/** Reads the Authorization header in another way; undefined leaves it to the sound one. */
export function readToken(
  { wire }: Homeserver,
  read: (authorization: string | undefined) => string | undefined,
): void {
  const { token } = wire;
  wire.token = (authorization) => read(authorization) ?? token(authorization);
}
