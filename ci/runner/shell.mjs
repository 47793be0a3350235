// A shell script as a CI system runs it: what it leaves in the background goes on.
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The processes that scripts left behind, by the groups that they run in. */
const groups = new Set();

// Also where it is told to end before its time.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    endBackground();
    process.exit(1);
  });
}

/**
 * Runs a script with bash to its end. @returns its exit code and all that was written meanwhile.
 * @param {string} script
 * @param {{ cwd: string, env: Record<string, string>, strict?: boolean }} options `strict` is
 *   `-o pipefail` and no start files, as of `shell: bash`.
 */
export async function runScript(script, { cwd, env, strict = true }) {
  const folder = mkdtempSync(join(tmpdir(), 'script-'));
  const [file, log] = [join(folder, 'script.sh'), join(folder, 'log')];
  writeFileSync(file, script);
  const output = openSync(log, 'w');
  const flags = strict ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
  const child = spawn('bash', [...flags, file], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', output, output],
  });
  groups.add(child.pid);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => resolve(status ?? 255));
  });
  closeSync(output);
  const told = readFileSync(log, 'utf8');
  rmSync(folder, { recursive: true });
  return { code, output: told };
}

/** Ends what scripts left in the background, as the end of a job does. */
export function endBackground() {
  for (const group of groups) {
    try {
      process.kill(-group, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  }
  groups.clear();
}
