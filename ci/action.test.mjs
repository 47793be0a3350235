import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { startHomeserver } from '../src/homeserver/start-homeserver.ts';
import { withAction } from './action.fixture.mjs';

const only = 'room_state/who-';
const plain = { annotate: 'false', reports: 'junit', wait: '' };
let sound;
let faulty;

beforeAll(async () => {
  const { mutant } = await import('../src/run-both.fixture.ts');
  [sound, faulty] = await Promise.all([startHomeserver(), mutant('who-left-sets-state')]);
});
afterAll(() => Promise.all([sound.close(), faulty.close()]));

describe('the action', () => {
  test('ends well for a homeserver that conforms, and says how many scenarios passed', async () => {
    await withAction({ ...plain, target: sound.url, only }, ({ status, outputs }, folder) => {
      expect(status).toBe('success');
      expect(outputs).toMatchObject({ verdict: 'conforms', 'exit-code': '0', failed: '0' });
      expect(outputs.passed).toBe('4');
      expect(outputs.reports).toBe('reports/junit.xml');
      expect(JSON.parse(readFileSync(outputs.result, 'utf8')).counts.pass).toBe(4);
      const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
      const installed = readFileSync(join(folder, 'temp/installed'), 'utf8');
      expect(installed).toBe(`matrix-conformance@${version}\n`);
    });
  });

  test('fails for one that does not, after it has told and uploaded its reports', async () => {
    const inputs = { ...plain, target: faulty.url, only, upload: 'told' };
    await withAction(inputs, ({ status, outputs, uploaded, steps }) => {
      expect(status).toBe('failure');
      expect(outputs).toMatchObject({ verdict: 'does-not-conform', 'exit-code': '1' });
      expect(outputs).toMatchObject({ failed: '1', passed: '3', errors: '0' });
      expect(uploaded).toHaveLength(1);
      expect(uploaded[0].name).toBe('told');
      expect(uploaded[0].path).toMatch(/^\/.*\/workspace\/reports\/junit\.xml$/);
      expect(steps.at(-1)).toMatchObject({ did: 'run', code: 1 });
    });
  });

  test('uploads a report from where it was asked for, also outside of the workspace', async () => {
    const away = mkdtempSync(join(tmpdir(), 'action-report-'));
    const inputs = { ...plain, target: sound.url, only, upload: 'told' };
    try {
      const reports = `junit=${away}/junit.xml`;
      await withAction({ ...inputs, reports }, ({ outputs, uploaded }) => {
        expect(outputs.reports).toBe(`${away}/junit.xml`);
        expect(uploaded[0].path).toBe(`${away}/junit.xml`);
      });
    } finally {
      rmSync(away, { recursive: true });
    }
  });

  test('annotates once where the annotations are among the reports, too', async () => {
    const inputs = { ...plain, target: sound.url, only, annotate: 'true' };
    await withAction({ ...inputs, reports: 'junit github' }, ({ status, output }) => {
      expect(status).toBe('success');
      expect(output.match(/^::notice /gm)).toHaveLength(1);
    });
  });

  test('annotates what failed, and writes the summary of the job, unless it is told not to', async () => {
    const inputs = { ...plain, target: faulty.url, only, annotate: 'true' };
    await withAction(inputs, ({ output, summary, outputs }) => {
      expect(outputs['exit-code']).toBe('1');
      expect(output.match(/^::error /gm)).toHaveLength(1);
      expect(output).toMatch(/^::error .*who-left-may-not-set-state/m);
      expect(summary).toContain('does not conform');
    });
    await withAction({ ...inputs, annotate: 'false' }, ({ output, summary }) => {
      expect(output).not.toMatch(/^::error /m);
      expect(summary).toBe('');
    });
  });

  test('uploads nothing unless it is asked to', async () => {
    await withAction({ ...plain, target: faulty.url, only }, ({ uploaded }) => {
      expect(uploaded).toEqual([]);
    });
  });

  test('cannot say of a homeserver that is not there, and has counted nothing', async () => {
    await withAction({ ...plain, target: 'http://127.0.0.1:9' }, ({ status, outputs }) => {
      expect(status).toBe('failure');
      expect(outputs).toMatchObject({ verdict: 'cannot-say', 'exit-code': '2', passed: '0' });
    });
  });

  test.each([
    ['no target', { target: '' }, 'The input target is empty'],
    ['a truth that is none', { target: 'http://a', strict: 'yes' }, 'strict is true or false'],
    [
      'a version that is not to be had',
      { target: 'http://a', version: '0.0.0' },
      'could not install',
    ],
  ])(
    'with %s it says so in an annotation, and is no failure of the homeserver',
    async (_, inputs, said) => {
      await withAction({ ...plain, ...inputs }, ({ status, outputs, output }) => {
        expect(status).toBe('failure');
        expect(outputs).toMatchObject({ verdict: 'cannot-say', 'exit-code': '2' });
        expect(output).toMatch(/^::error /m);
        expect(output).toContain(said);
      });
    },
  );

  test.each(['target', 'only', 'suites', 'reports', 'expectations', 'version', 'spec'])(
    'the input %s is never a command',
    async (name) => {
      const evil = 'x"$(touch pwned)`touch pwned`;touch pwned;*';
      const inputs = { ...plain, target: sound.url, only, [name]: evil };
      await withAction(inputs, ({ steps }, folder) => {
        expect(steps.some(({ did }) => did === 'run')).toBe(true);
        expect(existsSync(join(folder, 'workspace/pwned'))).toBe(false);
      });
    },
  );

  test('an option that is no option of the program ends in its own sentence', async () => {
    const inputs = { ...plain, target: sound.url, suites: '--nonsense' };
    await withAction(inputs, ({ outputs, output }) => {
      expect(outputs).toMatchObject({ verdict: 'cannot-say', passed: '', result: '' });
      expect(output).toContain('--nonsense');
    });
  });

  test('what matrix-conformance.yaml says holds where no input says otherwise', async () => {
    const prepare = (workspace) =>
      writeFileSync(join(workspace, 'matrix-conformance.yaml'), `only: ${only}\nstrict: true\n`);
    const strict = ({ result }) => JSON.parse(readFileSync(result, 'utf8')).plan.strict;
    await withAction(
      { ...plain, target: sound.url },
      ({ outputs }) => {
        expect(outputs.passed).toBe('4');
        expect(strict(outputs)).toBe(true);
      },
      { prepare },
    );
    await withAction(
      { ...plain, target: sound.url, strict: 'false' },
      ({ outputs }) => {
        expect(strict(outputs)).toBe(false);
      },
      { prepare },
    );
  });

  test('a secret of the environment reaches the program, and no output', async () => {
    const env = { MATRIX_CONFORMANCE_SHARED_SECRET: 'canary-81273' };
    const inputs = { ...plain, target: sound.url, only, accounts: 'shared-secret' };
    await withAction(
      inputs,
      ({ output, outputs }, folder) => {
        expect(outputs.verdict).not.toBe('conforms');
        const files = [outputs.result, join(folder, 'workspace/reports/junit.xml')];
        const told = [output, ...files.map((file) => readFileSync(file, 'utf8'))].join('');
        expect(told).toContain('secret');
        expect(told).not.toContain('canary-81273');
      },
      { env },
    );
  });

  test('a stale report is not taken for one of this run', async () => {
    const prepare = (workspace) => writeFileSync(join(workspace, 'old.xml'), 'old');
    const inputs = { ...plain, target: sound.url, suites: '--nonsense', reports: 'junit=old.xml' };
    await withAction(
      inputs,
      ({ outputs }) => {
        expect(outputs.reports).toBe('');
      },
      { prepare },
    );
  });
});

describe('what is offered to CI systems is what the program takes', () => {
  const help = execFileSync('node', ['dist/bundle/cli.js', '--help'], { encoding: 'utf8' });
  const { inputs } = parse(readFileSync('action.yml', 'utf8'));
  const own = ['suites', 'reports', 'annotate', 'upload', 'working-directory', 'version'];
  const options = Object.keys(inputs).filter((name) => ![...own, 'node-version'].includes(name));
  const template = readFileSync('ci/gitlab/matrix-conformance.yml', 'utf8');

  test.each(options)('the input %s of the action is an option', (name) => {
    expect(help).toContain(`--${name} `);
  });

  test.each([
    ['the action', inputs.reports.default],
    ['the template of GitLab', /MATRIX_CONFORMANCE_REPORT: (.+)/.exec(template)?.[1]],
  ])('each report that %s writes is a format', (_, formats) => {
    const { stderr } = spawnSync('node', ['dist/bundle/cli.js', '--report', 'nonsense'], {
      encoding: 'utf8',
    });
    for (const format of formats.split(' ')) expect(stderr).toMatch(new RegExp(`\\b${format}\\b`));
  });

  test('each variable that the template of GitLab sets is known', () => {
    for (const [variable] of template.matchAll(/MATRIX_CONFORMANCE_(?!SHARED)[A-Z_]+/g)) {
      expect(help).toContain(`--${variable.slice(19).toLowerCase().replaceAll('_', '-')}`);
    }
  });
});
