import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPlan } from '../dist/src/engine/run-plan.js';
import { fromRoot, runNode } from './child.mjs';
import { makeScript } from './make-script.mjs';
import { recordRun } from './record-run.mjs';
import { replay } from './replay.mjs';
import { costOf, interleave } from './rounds.mjs';

const cli = fromRoot('dist/bundle/cli.js');

/**
 * A run against a homeserver beside the bare replay of its requests: the whole program, and the
 * same in a process that has done it before.
 *
 * @param {string} name what the homeserver is called in the labels
 * @param {import('../dist/src/engine/plan.js').Plan} plan
 * @param {number} rounds
 * @param {string} temporary a folder for the script and the reports
 */
export async function compareRuns(name, plan, rounds, temporary) {
  const script = makeScript(await recordRun(plan));
  const scriptFile = join(temporary, 'script.json');
  writeFileSync(scriptFile, JSON.stringify(script));
  const exchanges = await replay(plan.target, script);
  const report = `junit=${join(temporary, 'junit.xml')}`;
  const aim = 1.5;
  const program = {
    labels: {
      ours: `a whole run of ${exchanges} requests to ${name}: the program, from its start to its exit`,
      bare: 'a program that replays the same requests with undici',
      aim,
      exchanges,
    },
    costs: await interleave(
      rounds,
      () => runNode([cli, '--target', plan.target, '--report', report], { codes: [0, 1] }),
      () => runNode([fromRoot('bench/replay.mjs'), plan.target, scriptFile]),
    ),
  };
  const warm = {
    labels: {
      ours: 'the same run in a process that has done it before',
      bare: 'the same replay in a process that has done it before',
      aim,
      exchanges,
    },
    costs: await interleave(
      rounds,
      () => costOf(() => runPlan(plan)),
      () => costOf(() => replay(plan.target, script)),
    ),
  };
  return [program, warm];
}
