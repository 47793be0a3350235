import { parse } from './parse.ts';
import { readTrafficSettings, trafficOptions } from './read-traffic-settings.ts';
import type { TrafficSettings } from './traffic-settings.ts';
import { UsageError } from './usage-error.ts';

/** What `check` is to do. */
export interface CheckSettings extends TrafficSettings {
  readonly recordings: readonly string[];
  /** The path that the homeserver lives below, without a slash at its end. */
  readonly prefix?: string;
}

/** The options of `check`. @throws UsageError for what cannot be meant. */
export function checkSettings(argv: string[]): CheckSettings {
  const { values, positionals } = parse({
    args: argv,
    allowPositionals: true,
    options: { ...trafficOptions, prefix: { type: 'string' } },
  });
  if (positionals.length === 0) {
    throw new UsageError(
      'check takes recorded traffic: matrix-conformance check FILE.har, or what run --report ndjson=FILE writes.',
    );
  }
  const { prefix } = values;
  if (prefix !== undefined && !/^\/[^?#]*[^/?#]$/.test(prefix)) {
    throw new UsageError(
      `--prefix is a path such as /hs, without a slash at its end, not ${prefix}.`,
    );
  }
  return {
    recordings: positionals,
    ...readTrafficSettings(values),
    ...(prefix === undefined ? {} : { prefix }),
  };
}
