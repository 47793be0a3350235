import type { TrafficResult } from '../model/traffic.ts';

/** 0 nothing wrong · 1 the homeserver broke something · 2 nothing was judged, or not all could be. */
export function trafficExitCode({
  findings,
  judged,
  problems,
}: Pick<TrafficResult, 'findings' | 'judged' | 'problems'>): 0 | 1 | 2 {
  if (findings.some(({ side }) => side === 'homeserver')) return 1;
  return judged === 0 || problems.length > 0 ? 2 : 0;
}
