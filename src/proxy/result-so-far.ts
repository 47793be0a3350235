import { deserialize } from 'node:v8';
import type { TrafficResult } from '../model/traffic.ts';
import type { TrafficFrame } from '../traffic/traffic-collector.ts';
import { trafficExitCode } from '../traffic/traffic-exit-code.ts';

/**
 * What a judge that broke had handed over, as its result: with what was not judged since.
 *
 * @param bytes of a `TrafficResult`, as `serialize` of `node:v8` makes them: they are read only
 * where they are needed, as traffic would wait for that
 */
export function resultSoFar(bytes: ArrayBuffer, frame: TrafficFrame): TrafficResult {
  const { extraNotJudged = {}, problems = [], ...times } = frame;
  const given: TrafficResult = deserialize(new Uint8Array(bytes));
  const notJudged: Record<string, number> = { ...given.notJudged };
  let { exchanges } = given;
  for (const [why, count] of Object.entries(extraNotJudged)) {
    notJudged[why] = (notJudged[why] ?? 0) + count;
    exchanges += count;
  }
  const result = {
    ...{ ...given, ...times, exchanges, notJudged },
    problems: [...given.problems, ...problems],
  };
  return { ...result, exitCode: trafficExitCode(result) };
}
