import type { RunEvent } from '../model/run-event.ts';
import { singleLineJson } from './json-text.ts';

/** The version of the shape of lines; it grows where a reader of an older one would misread. */
const format = 1;

/**
 * One event of a run as one line of JSON, its line feed included: `{ type, time, … }`.
 *
 * `time` is when it happened: ISO 8601, in UTC. `waiting` comes while the homeserver is not up yet,
 * several times a second; `run-started` has the plan, the server and how many
 * scenarios there are; `scenario-finished` the outcome, every exchange of every try in it;
 * `run-finished` the result without its outcomes, for those are in the lines before. Both ends
 * of a run name the `format`. Whatever does not show is an escape.
 */
export function eventLine(event: RunEvent, time: string): string {
  const { type } = event;
  switch (type) {
    case 'waiting': {
      const { target, reason, waitedMs, waitMs } = event;
      return singleLineJson({ type, time, target, reason, waitedMs, waitMs });
    }
    case 'run-started': {
      const { plan, server, scenarios } = event;
      return singleLineJson({ type, time, format, scenarios, plan, server });
    }
    case 'scenario-started':
      return singleLineJson({ type, time, id: event.id });
    case 'rate-limited':
      return singleLineJson({ type, time, id: event.id, waitMs: event.waitMs });
    case 'scenario-finished':
      return singleLineJson({ type, time, outcome: event.outcome });
    case 'run-finished': {
      const { outcomes, ...result } = event.result;
      return singleLineJson({ type, time, format, scenarios: outcomes.length, result });
    }
  }
}
