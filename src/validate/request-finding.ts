import type { EveryRequestId } from './every-request.ts';
import type { Finding } from './finding.ts';

/** What is wrong with a request: the client's fault. */
export interface RequestFinding extends Omit<Finding, 'requirement' | 'severity'> {
  readonly requirement: EveryRequestId;
}
