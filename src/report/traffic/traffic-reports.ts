import type { ConcludedTraffic } from '../../model/traffic.ts';
import { type Report, reports } from '../reports.ts';
import { trafficJson } from './traffic-json.ts';
import { trafficTerminal } from './traffic-terminal.ts';

/** A form in which what traffic came to can be written to a file. */
export interface TrafficReport extends Pick<Report, 'fileName'> {
  /** The whole file, as text to be written in UTF-8. */
  readonly render: (concluded: ConcludedTraffic) => string;
}

/** Every report of a run, of what traffic came to; `json` and `terminal` are forms of its own. */
export const trafficReports: Readonly<Record<string, TrafficReport>> = {
  ...Object.fromEntries(
    Object.entries(reports).map(([name, { render, fileName }]) => [
      name,
      { render: ({ run }: ConcludedTraffic) => render(run), fileName },
    ]),
  ),
  json: { render: trafficJson, fileName: 'traffic.json' },
  terminal: {
    render: (concluded) => trafficTerminal(concluded, { color: false, width: 100 }),
    fileName: 'traffic.txt',
  },
};
