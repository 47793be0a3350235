import type { ConcludedTraffic } from '../../model/traffic.ts';
import { groupedDigits } from '../grouped-digits.ts';
import { plural } from '../plural.ts';
import { visible } from '../visible.ts';
import { indented } from '../wrap.ts';

/** How many of a list are told; the JSON report has them all. */
const told = 12;

/**
 * What no failure is made of, each in a section, or in none: undocumented statuses, operations that
 * no document has, other remarks, what was not judged, and what was exercised.
 */
export function trafficCoverage(
  { traffic, run }: ConcludedTraffic,
  width: number,
): readonly string[] {
  const { coverage, unknown, information, notJudged, neverExercised, neverSucceeded } = traffic;
  const undocumented = coverage.flatMap(({ operation, answers }) => {
    const mine = answers.filter(({ isDocumented }) => !isDocumented);
    const statuses = mine.map(({ status, count }) => `${status} × ${count}`);
    return mine.length === 0 ? [] : [`${operation}: ${statuses.join(', ')}`];
  });
  const remarks = information
    .filter(({ requirement }) => requirement !== 'every-response/status-is-documented')
    .map(
      ({ operation, status, message, count }) => `${operation} ${status}: ${message} × ${count}`,
    );
  const mostFirst = unknown.toSorted((a, b) => b.failed - a.failed || b.count - a.count);
  const others = mostFirst.map(({ method, path, count, failed }) => {
    const how = failed === 0 ? '' : `, of which ${failed} failed with a 5xx`;
    return `${method} ${path} × ${count}${how}`;
  });
  const isBelow = unknown.some(({ path }) => /[^/]\/_matrix\//.test(path));
  const hint = isBelow ? ', and --prefix of check the path that a homeserver lives below' : '';
  const reasons = Object.entries(notJudged).map(([reason, count]) => `${reason}: ${count}`);
  const { judgedInPart = 0 } = traffic;
  const orInPart =
    judgedInPart === 0 ? '' : `; of ${groupedDigits(judgedInPart)} status and headers were judged`;
  return [
    section(
      'undocumented statuses',
      'the document of the operation does not name them',
      undocumented,
    ),
    section('information', "no fault, or not for sure the homeserver's", remarks),
    section(
      'unknown operations',
      `no loaded document has them; --spec names others${hint}`,
      others,
    ),
    section(
      'not judged',
      `answers that were held against no document${orInPart}`,
      reasons,
      Object.values(notJudged).reduce((sum, count) => sum + count, 0),
    ),
    coverage.length === 0
      ? ''
      : [
          `coverage: ${coverage.length} of ${plural(run.plan.operations, 'operation')} exercised`,
          ...list('never succeeded', neverSucceeded),
          ...list('never exercised of the same API', neverExercised),
        ].join('\n'),
  ];

  function section(
    name: string,
    meaning: string,
    lines: readonly string[],
    count = lines.length,
  ): string {
    if (lines.length === 0) return '';
    const shown = lines.slice(0, told).map((line) => indented('  · ', visible(line, 300), width));
    const left = lines.length - shown.length;
    const rest = left === 0 ? [] : [`  · ${left} more`];
    return [`${name} (${groupedDigits(count)}): ${meaning}`, ...shown, ...rest].join('\n');
  }

  function list(name: string, operations: readonly string[]): readonly string[] {
    if (operations.length === 0) return [];
    const left = operations.length - told;
    const rest = left > 0 ? ` and ${left} more` : '';
    const text = `${name} (${operations.length}): ${operations.slice(0, told).join(', ')}${rest}`;
    return [indented('  ', visible(text, 2000), width)];
  }
}
