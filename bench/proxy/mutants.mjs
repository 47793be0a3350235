// How many of the project's mutants the proxy finds alone, of those whose fault shows in an answer:
//
//   npm run build && node bench/proxy/mutants.mjs [PATTERN]
//
// Each mutant is sent the scenarios that it names, through the proxy. Where a scenario says that an
// answer is not as its document has it, the fault shows; then the judge has to have a finding of the
// homeserver. The sound homeserver is sent every scenario, and has to have none.

import { runPlan } from '../../dist/src/engine/run-plan.js';
import { mutants } from '../../dist/src/homeserver/mutants/mutants.js';
import { startHomeserver } from '../../dist/src/homeserver/start-homeserver.js';
import { createPlan } from '../../dist/src/library/create-plan.js';
import { loadSpecification } from '../../dist/src/openapi/load-specification.js';
import { ownSpecification } from '../../dist/src/package/package-root.js';
import { startProxy } from '../../dist/src/proxy/start-proxy.js';
import { wellEquipped } from '../../dist/src/self-test/well-equipped.js';
import { createTrafficCollector } from '../../dist/src/traffic/traffic-collector.js';

const [, , pattern = ''] = process.argv;
const specification = await loadSpecification(ownSpecification);
const { options, means } = wellEquipped;
const accounts = {
  way: 'open',
  adminToken: means.adminToken,
  applicationServiceToken: means.applicationService.token,
  applicationServicePrefix: means.applicationService.prefix,
};

/** The scenarios of a homeserver through the proxy. @returns their outcomes, and the findings. */
async function through(homeserverOptions, only) {
  const homeserver = await startHomeserver({ ...options, ...homeserverOptions });
  const collector = createTrafficCollector(specification, {});
  const proxy = await startProxy({
    ...{ target: new URL(homeserver.url), host: '127.0.0.1', port: 0, largestKept: 8_388_608 },
    onExchange: (spoken) => collector.add(spoken),
    onNotJudged: () => {},
    onTrouble: () => {},
  });
  try {
    const plan = await createPlan({ target: proxy.url, accounts, ...(only ? { only } : {}) });
    const { outcomes } = await runPlan({ ...plan, tries: 1, timeoutMs: 4000 });
    const frame = { startedAt: new Date().toISOString(), durationMs: 0, source: proxy.url };
    const { findings } = collector.result(frame);
    return { outcomes, findings: findings.filter(({ side }) => side === 'homeserver') };
  } finally {
    await proxy.close();
    await homeserver.close();
  }
}

const sound = await through({});
const passed = sound.outcomes.filter(({ verdict }) => verdict === 'pass').length;
console.log(
  `sound: ${passed} of ${sound.outcomes.length} pass through the proxy, ${sound.findings.length} findings`,
);
for (const { id } of sound.findings) console.log(`  false alarm: ${id}`);

let shown = 0;
let found = 0;
const missed = [];
for (const mutant of mutants) {
  if (!mutant.id.includes(pattern)) continue;
  const { outcomes, findings } = await through({ mutant }, mutant.killedBy);
  const violations = outcomes.flatMap(({ tries }) => tries.flatMap((one) => one.violations));
  const documented = violations.filter(({ requirement }) =>
    requirement.startsWith('every-response/'),
  );
  if (documented.length === 0) continue;
  shown += 1;
  if (findings.length > 0) found += 1;
  else missed.push(`${mutant.id}: ${documented[0].message}`);
}
console.log(`mutants whose fault shows in an answer: ${shown}; found by the proxy alone: ${found}`);
for (const one of missed) console.log(`  missed: ${one}`);
process.exit();
