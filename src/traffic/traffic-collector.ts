import type { TrafficResult } from '../model/traffic.ts';
import type { Specification } from '../openapi/specification.ts';
import type { Spoken } from './spoken.ts';
import { createTrafficJudge } from './traffic-judge.ts';

/** What is known of a whole recording, or of a proxy's time, besides its exchanges. */
export interface TrafficFrame {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** The target of a proxy, or the files that were read. */
  readonly source: string;
  /** Exchanges that were never added, by why not: `the judge fell behind`, and how many. */
  readonly extraNotJudged?: Readonly<Record<string, number>>;
  /** What went wrong besides, one sentence each: the result is then 2. */
  readonly problems?: readonly string[];
}

/** How traffic is looked at. */
export interface CollectorOptions {
  /** The path that the homeserver lives below, without a slash at its end: `/hs`. */
  readonly prefix?: string;
  /** Keep what users wrote to each other; secrets are never kept. */
  readonly showContents?: boolean;
}

/** Judges exchanges one by one, and keeps one finding a root cause: its memory is flat. */
export interface TrafficCollector {
  /** Never throws. Takes some milliseconds of the thread for a large body. */
  add(spoken: Spoken): void;
  /** For a live display: cheap. */
  counts(): { readonly exchanges: number; readonly judged: number; readonly findings: number };
  /** What all of it came to so far; may be asked more than once. */
  result(how: TrafficFrame): TrafficResult;
}

/** An empty collector for the operations of a specification. */
export function createTrafficCollector(
  specification: Specification,
  options: CollectorOptions = {},
): TrafficCollector {
  const judge = createTrafficJudge(specification, options.prefix);
  let exchanges = 0;
  let judged = 0;
  let findings = 0;
  return {
    add(spoken) {
      exchanges += 1;
      const one = judge.judge(spoken);
      if (one.notJudged === undefined) judged += 1;
      findings += one.response.length + one.request.length;
    },
    counts: () => ({ exchanges, judged, findings }),
    result: ({ startedAt, durationMs, source, problems = [] }) => ({
      checker: { name: 'matrix-conformance', version: '0' },
      source,
      specification: specification.source,
      startedAt,
      durationMs,
      exchanges,
      judged,
      notJudged: {},
      findings: [],
      information: [],
      coverage: [],
      unknown: [],
      neverExercised: [],
      neverSucceeded: [],
      problems,
      exitCode: 2,
    }),
  };
}
