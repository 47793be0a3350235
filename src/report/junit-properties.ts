import type { RunResult } from '../model/run-result.ts';
import { conclusion } from './conclusion.ts';
import { visible } from './visible.ts';
import { element } from './xml.ts';

/** What the whole run is about, as `property` elements: target, server, specification, scores. */
export function runProperties(result: RunResult): readonly string[] {
  const { checker, plan, server, proof, rateLimit } = result;
  const unstable = result.outcomes.filter((outcome) => outcome.intermittent);
  const properties = {
    checker: `${checker.name} ${checker.version}`,
    target: plan.target,
    server: server.software,
    specification: plan.specification,
    'room version': server.roomVersion,
    accounts: server.accounts,
    strict: plan.strict ? 'yes' : 'no',
    conclusion: conclusion(result),
    'mutation score':
      proof === undefined ? 'unknown' : `${proof.mutants.killed} of ${proof.mutants.total} killed`,
    ...(result.regraded === undefined
      ? {}
      : { regraded: `recorded ${result.regraded.at} by ${result.regraded.from}` }),
    'null score':
      proof === undefined ? 'unknown' : `${proof.nulls.passed} of ${proof.nulls.total} passed`,
    intermittent: unstable.map((outcome) => outcome.id).join(' ') || 'none',
    'rate limit waits': `${rateLimit.waits}, ${(rateLimit.waitedMs / 1000).toFixed(1)} s`,
    ...(plan.shard === undefined ? {} : { shard: plan.shard }),
    ...(plan.only === undefined ? {} : { only: plan.only }),
    ...(plan.expectations === undefined ? {} : { expectations: plan.expectations }),
  };
  return Object.entries(properties).map(([name, value]) =>
    element('property', { name, value: visible(value) }),
  );
}
