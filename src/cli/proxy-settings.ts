import { isItself } from './is-itself.ts';
import { parse } from './parse.ts';
import { readNumber } from './read-number.ts';
import { readTarget } from './read-target.ts';
import { readTrafficSettings, trafficOptions } from './read-traffic-settings.ts';
import type { TrafficSettings } from './traffic-settings.ts';
import { UsageError } from './usage-error.ts';

/** What `proxy` is to do. */
export interface ProxySettings extends TrafficSettings {
  readonly target: URL;
  readonly host: string;
  readonly port: number;
  /** It ends after so many exchanges, or so many ms; by Ctrl-C alone where neither is given. */
  readonly maxRequests?: number;
  readonly maxTimeMs?: number;
}

/** The options of `proxy`. @throws UsageError for what cannot be meant. */
export function proxySettings(argv: string[]): ProxySettings {
  const { values } = parse({
    args: argv,
    options: {
      ...trafficOptions,
      target: { type: 'string' },
      listen: { type: 'string' },
      'max-requests': { type: 'string' },
      'max-time': { type: 'string' },
    },
  });
  const maxRequests = limit('max-requests', values['max-requests']);
  const maxTime = limit('max-time', values['max-time']);
  const target = targetOf(values.target);
  const at = listenOf(values.listen ?? '127.0.0.1:8009');
  if (isItself(target, at.host, at.port)) {
    throw new UsageError(
      `--target ${values.target} is where the proxy itself would listen: --listen 127.0.0.1:0 picks another port.`,
    );
  }
  return {
    ...{ target, ...at },
    ...readTrafficSettings(values),
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(maxTime === undefined ? {} : { maxTimeMs: maxTime * 1000 }),
  };
}

function targetOf(text: string | undefined): URL {
  if (text === undefined) {
    throw new UsageError('proxy needs --target URL: the homeserver that requests are passed to.');
  }
  // Before anything that repeats the text; what a run drops of a target a proxy would have to send.
  if (/[@?#]/.test(text)) {
    throw new UsageError('--target is a URL without user, password, query and fragment.');
  }
  return new URL(readTarget(text));
}

/** `HOST:PORT`, `PORT`, or `[::1]:PORT`; the loopback where no host is named. */
function listenOf(text: string): { readonly host: string; readonly port: number } {
  const [, bracketed, plain, digits = ''] =
    /^(?:(?:\[([^\]]+)\]|([^:]+)):)?(\d+)$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === '' || port > 65_535) {
    throw new UsageError(
      `--listen is HOST:PORT, such as 127.0.0.1:8009; port 0 picks one: not ${text}.`,
    );
  }
  return { host: bracketed ?? plain ?? '127.0.0.1', port };
}

function limit(name: string, text: string | undefined): number | undefined {
  return text === undefined ? undefined : readNumber(name, text, 1, 2_000_000, true);
}
