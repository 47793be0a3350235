import type { TrafficResult } from '../model/traffic.ts';
import { boundedTally } from './bounded-tally.ts';
import { shapeOfPath } from './shape-of-path.ts';
import type { Spoken } from './spoken.ts';
import { type JudgedExchange, unknownOperation } from './traffic-judge.ts';

/** Counts what no document has, by its shape, and its failures by their status. */
export interface UndocumentedTally {
  add(spoken: Spoken, judged: JudgedExchange): void;
  counts(): Pick<TrafficResult, 'unknown' | 'undocumented'>;
}

/** No more shapes of paths are told apart. */
const mostShapes = 300;
/** More than there are of sorts and statuses. */
const mostFailures = 2000;

/** A tally of nothing yet. */
export function createUndocumentedTally(): UndocumentedTally {
  const shapes = boundedTally(mostShapes, '* (others)');
  const failed = boundedTally(mostShapes, '* (others)');
  const failures = boundedTally(mostFailures, 'undocumented 0');
  return {
    add({ method, url, status }, { notJudged, undocumented }) {
      if (undocumented !== undefined) {
        failures.add(`${undocumented.operation.operationId} ${status}`);
      }
      if (notJudged !== unknownOperation) return;
      const shape = `${method.slice(0, 20)} ${shapeOfPath(url)}`;
      shapes.add(shape);
      failed.add(shape, status >= 500 ? 1 : 0);
    },
    counts() {
      const failedOf = new Map(failed.entries());
      return {
        unknown: shapes.entries().map(([shape, count]) => {
          const [method, path] = halves(shape);
          return { method, path, count, failed: failedOf.get(shape) ?? 0 };
        }),
        undocumented: failures.entries().map(([failure, count]) => {
          const [operation, status] = halves(failure);
          return { operation, status: Number(status), count };
        }),
      };
    },
  };
}

function halves(text: string): readonly [string, string] {
  const [first = '', second = ''] = text.split(' ', 2);
  return [first, second];
}
