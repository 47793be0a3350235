import { plural } from '../plural.ts';
import type { ComparedServer } from './comparison.ts';
import type { Sides } from './comparison-problems.ts';

/** From this share on, of what the baseline passed, silence is worth a warning. */
const muchSilence = 0.05;

/** `Synapse by 0.1.0, Dendrite by 0.2.0`. */
function each(servers: readonly ComparedServer[], of: (one: ComparedServer) => string): string {
  return servers.map((one) => `${one.name} by ${of(one)}`).join(', ');
}

function differs(servers: readonly ComparedServer[], of: (one: ComparedServer) => string): boolean {
  return new Set(servers.map(of)).size > 1;
}

function ofMeans(servers: readonly ComparedServer[]): readonly string[] {
  const checker = ({ run }: ComparedServer) => `${run.checker.name} ${run.checker.version}`;
  const specification = ({ run }: ComparedServer) => run.plan.specification;
  return [
    ...(differs(servers, checker)
      ? [`The checkers differ, and so may what they ask: ${each(servers, checker)}.`]
      : []),
    ...(differs(servers, specification)
      ? [`The documents differ that answers are held against: ${each(servers, specification)}.`]
      : []),
  ];
}

function ofRooms({ servers, baseline }: Sides): readonly string[] {
  const room = ({ run }: ComparedServer) => `room version ${run.server.roomVersion || 'unknown'}`;
  const isNews = baseline !== undefined && differs(servers, room);
  return isNews ? [`The rooms were of different versions: ${each(servers, room)}.`] : [];
}

function ofShares(servers: readonly ComparedServer[]): readonly string[] {
  return servers.flatMap(({ name, run: { plan } }) => {
    const parts = [
      ...(plan.only === undefined ? [] : [`--only ${plan.only}`]),
      ...(plan.shard === undefined ? [] : [`shard ${plan.shard.replace('/', ' of ')}`]),
    ];
    if (parts.length === 0) return [];
    return [`${name} was asked a part of the requirements alone (${parts.join(', ')}).`];
  });
}

function ofTwins(servers: readonly ComparedServer[]): readonly string[] {
  return servers.flatMap(({ name, run }, index) => {
    const twin = servers
      .slice(0, index)
      .find(
        (one) => one.run.startedAt === run.startedAt && one.run.plan.target === run.plan.target,
      );
    return twin === undefined ? [] : [`${twin.name} and ${name} are one and the same run.`];
  });
}

/** What passed in the baseline, and what a column cannot say any more of it. */
function ofSilence({ servers, rows, baseline }: Sides): readonly string[] {
  if (baseline === undefined) return [];
  const held = rows.filter(({ cells }) => cells[baseline]?.outcome?.verdict === 'pass');
  return servers.flatMap(({ name }, column) => {
    const silent = held.filter(({ cells }) => cells[column]?.change === 'unsaid');
    if (silent.length === 0 || silent.length < held.length * muchSilence) return [];
    return [
      `Of ${plural(held.length, 'requirement')} that held in ${servers[baseline]?.name}, ${silent.length} cannot be judged any more in ${name}: something else may hide behind that.`,
    ];
  });
}

/** What a reader has to know before believing a difference, one raw sentence each. */
export function comparisonWarnings(sides: Sides): readonly string[] {
  const { servers } = sides;
  return [
    ...ofMeans(servers),
    ...ofRooms(sides),
    ...ofShares(servers),
    ...ofTwins(servers),
    ...ofSilence(sides),
  ];
}
