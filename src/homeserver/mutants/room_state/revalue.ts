import type { Homeserver } from '../../homeserver.ts';

/** Replaces a value after it has been parsed; throws to refuse it. */
export function revalue(
  { wire }: Homeserver,
  change: (value: unknown, contentType: string | undefined) => unknown,
): void {
  const { parse } = wire;
  wire.parse = (text, type) => change(parse(text, type), type);
}
