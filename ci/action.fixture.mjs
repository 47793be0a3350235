// A machine for the action: a folder, and an npm that installs the program as it is built here.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runGithubJob } from './runner/github-job.mjs';

const program = fileURLToPath(new URL('../dist/bundle/cli.js', import.meta.url));

/** What `npm install --prefix FOLDER …` comes to, without a network; it notes what it was asked for. */
const npm = `#!/bin/sh
[ "$1 $2" = 'install --prefix' ] || exit 9
for package do :; done
[ "$package" != matrix-conformance@0.0.0 ] || exit 1
echo "$package" > "$RUNNER_TEMP/installed"
mkdir -p "$3/node_modules/.bin"
printf '#!/bin/sh\\nexec node "%s" "$@"\\n' '${program}' > "$3/node_modules/.bin/matrix-conformance"
chmod +x "$3/node_modules/.bin/matrix-conformance"
`;

/**
 * Runs the action as the one step of a job, and gives what came of it to `look`.
 * @param {Record<string, string>} inputs
 * @param {(done: any, folder: string) => unknown} look
 * @param {{ env?: Record<string, string>, prepare?: (workspace: string) => void }} more
 */
export async function withAction(inputs, look, { env = {}, prepare } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'action test-'));
  const [workspace, bin] = ['workspace', 'bin'].map((name) => join(folder, name));
  for (const one of [workspace, bin]) mkdirSync(one);
  writeFileSync(join(bin, 'npm'), npm);
  chmodSync(join(bin, 'npm'), 0o755);
  prepare?.(workspace);
  const uploaded = [];
  const { PATH, HOME } = process.env;
  try {
    const step = { id: 'check', uses: 'OWNER/matrix-conformance@v0', with: inputs };
    const done = await runGithubJob(
      { steps: [step] },
      {
        workspace,
        temp: join(folder, 'temp'),
        env: { PATH: `${bin}:${PATH}`, HOME, ...env },
        standIns: { 'actions/upload-artifact': (upload) => uploaded.push(upload.with) },
      },
    );
    const { outputs } = done.outputs.check;
    const output = done.steps.map((one) => one.output ?? '').join('');
    await look({ ...done, outputs, output, uploaded }, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
