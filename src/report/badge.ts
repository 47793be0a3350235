import type { RunResult } from '../model/run-result.ts';
import { jsonText } from './json-text.ts';
import { isNothingRun } from './run-trouble.ts';
import { countStatuses } from './test-status.ts';

const colours = ['brightgreen', 'red', 'lightgrey'] as const;

/** What a run came to in a badge's few words; nothing of it was said by the homeserver. */
function message(result: RunResult): string {
  const { checker, exitCode, outcomes, plan } = result;
  const version = `v${checker.version}`;
  if (isNothingRun(result)) return `nothing was run, ${version}`;
  const { passed, failed } = countStatuses(result);
  const isPart = plan.only !== undefined || plan.shard !== undefined;
  return [
    ...(exitCode === 2 ? ['cannot say'] : []),
    `${passed} of ${outcomes.length}${isPart ? ' of a part' : ''}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    version,
  ].join(', ');
}

/**
 * The run as the JSON that shields.io makes a badge of: how many scenarios of how many passed, and
 * with which version of the checker. It is green only where the homeserver conforms, and no query
 * can paint it so where it does not, or where nobody can say.
 */
export function badge(result: RunResult): string {
  const { exitCode } = result;
  return jsonText({
    schemaVersion: 1,
    label: 'Matrix conformance',
    message: message(result),
    color: colours[exitCode],
    ...(exitCode === 0 ? {} : { isError: true }),
  });
}
