import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, whatever its exit code. Its home is `folder`, so that what it keeps
 * goes away with that.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ folder: string, env?: Readonly<Record<string, string>>, home?: boolean }} options
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function runProgram(command, args, { folder, env = {}, home = false }) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...process.env, ...(!home && { HOME: folder }), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        out[name] += text;
      });
    }
    child.on('error', failed);
    child.on('close', (code) => done({ code: code ?? -1, ...out }));
  });
}

/**
 * Installs packages of npm into a folder, and nothing of them elsewhere.
 *
 * @param {string} folder
 * @param {...string} packages with their exact versions
 */
export async function installFromNpm(folder, ...packages) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  const args = ['install', '--prefix', folder, '--cache', `${folder}/cache`, ...quiet];
  // It is configured at home: by which registry, for one.
  const { code, stderr } = await runProgram('npm', [...args, ...packages], { folder, home: true });
  if (code !== 0) throw new Error(`npm install ended with ${code}: ${stderr}`);
}
