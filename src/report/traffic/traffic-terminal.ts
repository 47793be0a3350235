import type { ConcludedTraffic } from '../../model/traffic.ts';
import { paint as painter } from '../paint.ts';
import type { Look } from '../terminal.ts';
import { terminalCounts } from '../terminal-counts.ts';
import { terminalExpectations } from '../terminal-expectations.ts';
import { terminalFindings } from '../terminal-findings.ts';
import { visible } from '../visible.ts';
import { indented } from '../wrap.ts';
import { clientFaults } from './client-faults.ts';
import { trafficCoverage } from './traffic-coverage.ts';
import { trafficFacts } from './traffic-facts.ts';
import { trafficVerdict } from './traffic-verdict.ts';

/**
 * What traffic came to, for a reader who was not there: what the homeserver broke, each as a small
 * bug report; what clients did wrong; what is no fault; how much was seen; and last the verdict.
 */
export function trafficTerminal(concluded: ConcludedTraffic, look: Look): string {
  const { traffic, run } = concluded;
  const paint = painter(look.color);
  const width = Math.max(40, look.width);
  const { name, version } = traffic.checker;
  const colour = (['green', 'red', 'yellow'] as const)[traffic.exitCode];
  const troubles = traffic.problems.map((text) => indented('  ! ', visible(text, 1000), width));
  return `${[
    `${paint('bold', `${name} ${version}`)}\n${trafficFacts(concluded, width)}`,
    terminalFindings(run, 'fail', paint, width),
    clientFaults(run, paint, width),
    ...terminalExpectations(run, paint, width),
    ...trafficCoverage(concluded, width),
    troubles.length === 0 ? '' : ['problems', ...troubles].join('\n'),
    [
      ...(run.outcomes.length === 0 ? [] : [terminalCounts(run, paint)]),
      ...indented('', trafficVerdict(concluded), width)
        .split('\n')
        .map((line) => paint(colour, line)),
    ].join('\n'),
  ]
    .filter((section) => section !== '')
    .join('\n\n')}\n`;
}
