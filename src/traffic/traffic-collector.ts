import type { TrafficResult } from '../model/traffic.ts';
import type { Specification } from '../openapi/specification.ts';
import { documentedResponse } from '../validate/documented-response.ts';
import { mediaType } from '../validate/media-type.ts';
import { boundedTally } from './bounded-tally.ts';
import { createCoverageTally } from './coverage-tally.ts';
import { createFindingKeeper } from './finding-keeper.ts';
import { isOfAnother } from './is-of-another.ts';
import { softwareIn } from './software-in.ts';
import type { Spoken } from './spoken.ts';
import { trafficExitCode } from './traffic-exit-code.ts';
import { createTrafficJudge, type JudgedExchange } from './traffic-judge.ts';
import { createUndocumentedTally } from './undocumented-tally.ts';

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
  /** The checker's own. */
  readonly version?: string;
}

/** Judges exchanges one by one, and keeps one finding a root cause: its memory is flat. */
export interface TrafficCollector {
  /** Never throws. Takes some milliseconds of the thread for a large body. */
  add(spoken: Spoken): void;
  /** For a live display: cheap. Information is no finding. */
  counts(): { readonly exchanges: number; readonly judged: number; readonly findings: number };
  /** What all of it came to so far; may be asked more than once. */
  result(how: TrafficFrame): TrafficResult;
}

/** No more reasons and problems are told apart. */
const most = { reasons: 50, problems: 50 };

/** An empty collector for the operations of a specification. */
export function createTrafficCollector(
  specification: Specification,
  options: CollectorOptions = {},
): TrafficCollector {
  const judge = createTrafficJudge(specification, options.prefix);
  const keeper = createFindingKeeper(judge, options.showContents === true);
  const coverage = createCoverageTally(specification.operations);
  const notJudged = boundedTally(most.reasons, 'other reasons');
  const undocumented = createUndocumentedTally();
  const problems = boundedTally(most.problems, 'There are more problems of this sort.');
  let exchanges = 0;
  let judged = 0;
  let inPart = 0;
  let software: string | undefined;
  const look = (spoken: Spoken): void => {
    const one = withoutOthers(spoken, judge.judge(spoken));
    if (one.notJudged === undefined) judged += 1;
    else notJudged.add(one.notJudged);
    if (one.isInPart === true) inPart += 1;
    for (const problem of one.problems) problems.add(problem);
    undocumented.add(spoken, one);
    software ??= softwareIn(spoken);
    const { found } = one;
    const kept = keeper.add(spoken, one);
    if (found === undefined) return;
    const type = mediaType(spoken.response.headers['content-type']);
    const isJudged = one.notJudged === undefined;
    coverage.add(found.operation, { status: spoken.status, mediaType: type, isJudged }, kept);
  };
  return {
    add(spoken) {
      exchanges += 1;
      try {
        look(spoken);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        problems.add(`The checker itself went wrong: ${message}`);
      }
    },
    counts: () => ({ exchanges, judged, findings: keeper.count() }),
    result({ extraNotJudged = {}, problems: others = [], ...frame }) {
      const { source } = frame;
      const extra = Object.entries(extraNotJudged).filter(([, count]) => count > 0);
      const left = keeper.left();
      const tooMany = `There are more root causes than are kept: ${left} answers or requests showed others.`;
      const found = {
        judged,
        findings: keeper.findings(source),
        problems: [
          ...problems.entries().map(([problem]) => problem),
          ...(left === 0 ? [] : [tooMany]),
          ...others,
        ],
      };
      return {
        checker: { name: 'matrix-conformance', version: options.version ?? 'unknown' },
        ...frame,
        software: software ?? 'unknown',
        specification: specification.source,
        exchanges: exchanges + extra.reduce((sum, [, count]) => sum + count, 0),
        notJudged: Object.fromEntries([...notJudged.entries(), ...extra]),
        ...(inPart === 0 ? {} : { judgedInPart: inPart }),
        information: keeper.information(source),
        coverage: coverage.coverage(source),
        ...undocumented.counts(),
        neverExercised: coverage.neverExercised(),
        neverSucceeded: coverage.neverSucceeded(),
        ...found,
        exitCode: trafficExitCode(found),
      };
    },
  };
}

/** What may be somebody else's failure says nothing of the homeserver, unless its document speaks of it. */
function withoutOthers(spoken: Spoken, judged: JudgedExchange): JudgedExchange {
  const { found, notJudged } = judged;
  if (found === undefined || notJudged !== undefined || !isOfAnother(spoken)) return judged;
  if (documentedResponse(found.operation, spoken.status) !== undefined) return judged;
  return { ...judged, notJudged: 'a gateway may have failed, or another homeserver' };
}
