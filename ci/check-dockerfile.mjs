// Does on this machine what the Dockerfile does, in its order and without Docker: each stage is a
// temporary folder, COPY minds .dockerignore, RUN is run by sh, and the entry point has to answer.
// What is not held: the images themselves, and that USER is somebody in them.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { matchesGlob } from 'node:path/posix';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const machine = mkdtempSync(join(tmpdir(), 'dockerfile-'));
const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
const stages = {};
let stage;

try {
  for (const { word, rest } of instructions()) {
    const does = {
      FROM: from,
      WORKDIR: workdir,
      COPY: copy,
      RUN: run,
      USER: () => {},
      ENTRYPOINT: start,
    };
    if (!(word in does)) throw new Error(`${word} is not known to this check`);
    does[word](rest);
    console.log(`ok   ${word} ${rest}`);
  }
} catch (error) {
  console.log(`FAIL ${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
  process.exitCode = 1;
} finally {
  rmSync(machine, { recursive: true, force: true });
}

function instructions() {
  return readFileSync(join(root, 'Dockerfile'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, word = line, rest = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
      return { word, rest };
    });
}

function from(rest) {
  const [, image = '', name = 'last'] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? [];
  if (!/:\d/.test(image)) throw new Error(`FROM ${image} has no version`);
  stage = { folder: join(machine, name), at: '/' };
  stages[name] = stage;
  mkdirSync(join(stage.folder, 'usr/local/bin'), { recursive: true });
}

function workdir(path) {
  stage.at = path;
  mkdirSync(join(stage.folder, path), { recursive: true });
}

function copy(rest) {
  const words = rest.split(' ');
  const other = /^--from=(.+)$/.exec(words[0] ?? '')?.[1];
  const [sources, target] = [words.slice(other === undefined ? 0 : 1, -1), words.at(-1)];
  for (const source of sources) {
    const path = other === undefined ? join(root, source) : join(stages[other].folder, source);
    if (!existsSync(path)) throw new Error(`COPY: there is no ${source}`);
    const into = join(stage.folder, stage.at, target);
    const isFolder = source === '.' || other !== undefined;
    cpSync(path, isFolder ? into : join(into, source), {
      recursive: true,
      filter: (file) => other !== undefined || !isIgnored(relative(root, file)),
    });
  }
}

function isIgnored(file) {
  let result = false;
  for (const line of ignored) {
    const pattern = line.replace(/^!/, '');
    if (file === pattern || matchesGlob(file, pattern)) result = !line.startsWith('!');
  }
  return result;
}

/** What is absolute in the image is below the stage's folder here; its owners are not those of here. */
function run(rest) {
  const command = rest
    .replaceAll(/(?<=\s)\/(?=[a-z])/g, `${stage.folder}/`)
    .replace(/chown node:node/, 'ls -d');
  execFileSync('sh', ['-ec', command], {
    cwd: join(stage.folder, stage.at),
    // The cache that is emptied is one of its own.
    env: { ...process.env, npm_config_cache: join(machine, 'cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function start(rest) {
  const [program = ''] = JSON.parse(rest);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const path = join(stage.folder, 'usr/local/bin', program);
  const said = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
  if (!said.includes(version)) throw new Error(`the entry point says ${said}`);
  execFileSync(path, ['--only', 'room_state/who-'], { cwd: join(stage.folder, stage.at) });
  if (!existsSync(join(stage.folder, stage.at, 'reports/junit.xml')))
    throw new Error('it writes no report into the folder that is mounted');
}
