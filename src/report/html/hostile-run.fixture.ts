import type { RunResult } from '../../model/run-result.ts';
import { aTry, exchange, outcome, runResult, violation } from '../report.fixture.ts';

/** What would run, end an element, or turn the direction of writing, were it not text. */
export const hostileText =
  '</script></title><script>window.broken=1</script><img src=x onerror="window.broken=1">' +
  '<!-- \u202e\u0000 javascript:window.broken=1 \' " & ';

/** A run in which the homeserver, the target and the specification say the worst that they can. */
export function hostileRun(): RunResult {
  const long = hostileText + 'x'.repeat(100_000);
  const bad = exchange({
    failure: hostileText,
    request: { method: 'PUT', url: `javascript:${hostileText}`, headers: { a: long }, body: long },
    response: { status: 404, headers: { [hostileText]: hostileText }, body: long, truncated: true },
    curl: hostileText,
  });
  const said = { message: hostileText, expected: hostileText, actual: `${hostileText}!` };
  const one = aTry('fail', {
    reason: hostileText,
    notes: [hostileText],
    exchanges: [bad],
    violations: [violation({ ...said, subject: hostileText })],
  });
  const base = runResult([outcome('a/b', 'fail', { reason: long, tries: [one] })]);
  return {
    ...base,
    problems: [long],
    plan: { ...base.plan, target: `javascript:${hostileText}`, specification: hostileText },
    server: { ...base.server, software: hostileText, versions: [hostileText], accounts: long },
    specified: [{ operationId: hostileText, method: 'GET', path: long, statuses: [hostileText] }],
  };
}
