import type { ConcludedTraffic } from '../../model/traffic.ts';
import { groupedDigits } from '../grouped-digits.ts';
import { plural } from '../plural.ts';
import { seconds } from '../seconds.ts';
import { visible } from '../visible.ts';
import { indented } from '../wrap.ts';

/** What was looked at: whose traffic, against what, how much of it, and why not the rest. */
export function trafficFacts({ traffic, run }: ConcludedTraffic, width: number): string {
  const { source, software, specification, exchanges, coverage, durationMs } = traffic;
  const { judged, judgedInPart = 0 } = traffic;
  const { plan } = run;
  const inPart = judgedInPart === 0 ? '' : `, and ${groupedDigits(judgedInPart)} in part,`;
  const facts = {
    traffic: source,
    server: software,
    specification,
    judged:
      `${plural(judged, 'answer')}${inPart} of ${plural(exchanges, 'exchange')}, of ` +
      `${plural(coverage.length, 'operation')}, in ${seconds(durationMs)}`,
    ...(plan.expectations === undefined ? {} : { expectations: plan.expectations }),
    ...(plan.strict ? { strict: "a client's fault is a failure" } : {}),
  };
  return Object.entries(facts)
    .map(([name, value]) => indented(`  ${name.padEnd(14)} `, visible(value), width))
    .join('\n');
}
