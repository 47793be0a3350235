import type { RunResult } from '../../model/run-result.ts';
import { advertised } from '../advertised.ts';
import { groupedDigits } from '../grouped-digits.ts';
import { plural } from '../plural.ts';
import { seconds } from '../seconds.ts';
import { visible } from '../visible.ts';
import { element, type Markup } from './markup.ts';

/** What the run was of: the target, what it is, against what, when, and how far to trust it. */
export function runFacts(result: RunResult): Markup {
  const { plan, server, checker, proof, rateLimit } = result;
  const strict =
    result.noun === undefined
      ? 'a SHOULD that is not met is a failure'
      : "a client's fault is a failure";
  const facts = {
    Target: plan.target,
    Homeserver: `${server.software}, ${advertised(server)}`,
    Specification: plan.specification,
    'Room version': server.roomVersion || 'unknown',
    Accounts: server.accounts || 'none',
    Begun: `${result.startedAt.replace('T', ' ').replace(/\.\d+Z$/, '')} UTC, took ${seconds(result.durationMs)}`,
    Checked: `${plural(result.outcomes.length, result.noun ?? 'scenario')}, ${plural(result.exchanges, 'request')}`,
    Checker: `${checker.name} ${checker.version}${
      proof === undefined
        ? '; no self-test of this version is known'
        : `; its self-test caught ${groupedDigits(proof.mutants.killed)} of ${plural(proof.mutants.total, 'planted fault')}, and passed homeservers that do nothing in ${groupedDigits(proof.nulls.passed)} of ${plural(proof.nulls.total, 'case')}`
    }`,
    ...(plan.strict ? { Strict: strict } : {}),
    ...(plan.only === undefined ? {} : { Only: plan.only }),
    ...(plan.shard === undefined ? {} : { Shard: plan.shard }),
    ...(plan.expectations === undefined ? {} : { Expectations: plan.expectations }),
    ...(rateLimit.waits === 0
      ? {}
      : { 'Rate limits': `${plural(rateLimit.waits, 'wait')}, ${seconds(rateLimit.waitedMs)}` }),
  };
  const lines = Object.entries(facts).map(([name, value]) => [
    element('dt', {}, name),
    element('dd', {}, visible(value)),
  ]);
  return element('dl', {}, lines);
}
