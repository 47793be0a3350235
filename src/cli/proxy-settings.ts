import { trafficReports } from '../report/traffic/traffic-reports.ts';
import { parse } from './parse.ts';
import { readReportFiles } from './report-files.ts';
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
      target: { type: 'string' },
      listen: { type: 'string' },
      spec: { type: 'string' },
      report: { type: 'string', multiple: true },
      strict: { type: 'boolean' },
      expectations: { type: 'string' },
      'update-expectations': { type: 'boolean' },
      'show-contents': { type: 'boolean' },
      'max-requests': { type: 'string' },
      'max-time': { type: 'string' },
    },
  });
  const { spec, expectations } = values;
  const isUpdated = values['update-expectations'] === true;
  if (isUpdated && expectations === undefined) {
    throw new UsageError('--update-expectations needs --expectations FILE: what it is to write.');
  }
  const maxRequests = limit('--max-requests', values['max-requests']);
  const maxTime = limit('--max-time', values['max-time']);
  return {
    target: targetOf(values.target),
    ...listenOf(values.listen ?? '127.0.0.1:8009'),
    files: readReportFiles(values.report ?? [], trafficReports),
    strict: values.strict === true,
    showContents: values['show-contents'] === true,
    updateExpectations: isUpdated,
    ...(spec === undefined ? {} : { spec }),
    ...(expectations === undefined ? {} : { expectations }),
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(maxTime === undefined ? {} : { maxTimeMs: maxTime * 1000 }),
  };
}

function targetOf(text: string | undefined): URL {
  if (text === undefined) {
    throw new UsageError('proxy needs --target URL: the homeserver that requests are passed to.');
  }
  const url = URL.parse?.(text) ?? (URL.canParse(text) ? new URL(text) : null);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`--target ${text} is no URL: http://localhost:8008 is one.`);
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new UsageError('--target is a URL without user, password, query and fragment.');
  }
  return url;
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

function limit(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() !== '' && Number.isInteger(number) && number > 0 && number <= 2_000_000)
    return number;
  throw new UsageError(`${option} is a whole number from 1 to 2000000, not ${text}.`);
}
