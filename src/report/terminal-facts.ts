import type { RunResult, ServerFacts } from '../model/run-result.ts';
import { advertised } from './advertised.ts';
import { plural } from './plural.ts';
import { seconds } from './seconds.ts';
import { visible } from './visible.ts';
import { indented } from './wrap.ts';

function roomVersion({ roomVersion, defaultRoomVersion }: ServerFacts): string {
  if (roomVersion === '') return 'unknown';
  return roomVersion === defaultRoomVersion || defaultRoomVersion === ''
    ? roomVersion
    : `${roomVersion} (the homeserver's default is ${defaultRoomVersion})`;
}

/** What was checked: the target, what it is, against what, with which users, how much of it. */
export function terminalFacts(result: RunResult, width: number): string {
  const { plan, server } = result;
  const scenarios = plural(result.outcomes.length, 'scenario');
  const operations = plural(plan.operations, 'operation');
  const exchanges = plural(result.exchanges, 'request');
  const facts = {
    target: plan.target,
    server: `${server.software}, ${advertised(server)}`,
    specification: plan.specification,
    'room version': roomVersion(server),
    accounts: server.accounts || 'none',
    checked: `${scenarios} of ${operations}, ${exchanges}, in ${seconds(result.durationMs)}`,
    ...(plan.shard === undefined ? {} : { shard: plan.shard }),
    ...(plan.only === undefined ? {} : { only: plan.only }),
    ...(plan.expectations === undefined ? {} : { expectations: plan.expectations }),
    ...(plan.strict ? { strict: 'a SHOULD that is not met is a failure' } : {}),
  };
  return Object.entries(facts)
    .map(([name, value]) => indented(`  ${name.padEnd(14)} `, visible(value), width))
    .join('\n');
}
