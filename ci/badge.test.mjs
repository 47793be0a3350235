import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

const readme = readFileSync('README.md', 'utf8');
const snippet = /```yaml\n( +- name: Publish the badge\n[^`]*)```/.exec(readme)?.[1] ?? '';

test('the step of README.md publishes the badge on a branch of its own, again and again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'badge-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const origin = join(folder, 'origin.git');
  execFileSync('git', ['init', '--bare', '--quiet', origin]);
  const [{ run }] = parse(snippet);
  const url = '"https://x-access-token:$TOKEN@github.com/$GITHUB_REPOSITORY"';
  expect(run).toContain(url);
  for (const message of ['12 pass', '1 fail']) {
    const job = join(folder, message);
    mkdirSync(join(job, 'reports'), { recursive: true });
    writeFileSync(join(job, 'reports/badge.json'), JSON.stringify({ message }));
    execFileSync('bash', ['-eo', 'pipefail', '-c', run.replace(url, origin)], { cwd: job });
    const shown = execFileSync('git', ['--git-dir', origin, 'show', 'badges:badge.json']);
    expect(JSON.parse(shown.toString())).toEqual({ message });
  }
});
