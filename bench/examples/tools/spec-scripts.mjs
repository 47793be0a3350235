import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../../child.mjs';
import { runProgram } from '../program.mjs';
import { strip } from '../tool.mjs';

/** What its requirements.txt asks for, at versions that were tried. */
const packages = [
  'attrs==26.1.0',
  'jsonschema==4.26.0',
  'python-jsonpath==2.2.2',
  'PyYAML==6.0.3',
  'referencing==0.37.0',
];

/** The specification's own scripts, where a checkout of it is at hand. @type {import('../tool.mjs').Tool} */
export const specScripts = {
  name: 'scripts of matrix-spec',
  // They refuse any document that is not 3.1.0.
  takes: (subject) => subject.kind !== 'openapi-3.0',
  async install(folder) {
    const checkout = process.env.MATRIX_SPEC ?? '';
    const scripts = join(checkout, 'scripts');
    if (checkout === '' || !existsSync(join(scripts, 'check-openapi-sources.py'))) {
      throw new Error('MATRIX_SPEC names no checkout of the specification');
    }
    // Away from the specification's data: one of them checks those as soon as it is imported.
    cpSync(scripts, join(folder, 'scripts'), { recursive: true });
    const pip = ['-m', 'pip', 'install', '--quiet', '--no-cache-dir', '--target'];
    const args = [...pip, join(folder, 'packages'), ...packages];
    const { code, stderr } = await runProgram('python3', args, { folder, home: true });
    if (code !== 0) throw new Error(`pip install ended with ${code}: ${stderr}`);
  },
  async judge(subjects, folder) {
    const input = join(folder, 'input.json');
    const output = join(folder, 'output.json');
    writeFileSync(input, JSON.stringify(subjects));
    const env = { PYTHONPATH: join(folder, 'packages'), PYTHONDONTWRITEBYTECODE: '1' };
    const driver = fromRoot('bench/examples/tools/spec_scripts.py');
    const { stderr } = await runProgram(
      'python3',
      [driver, join(folder, 'scripts'), input, output],
      { folder, home: true, env },
    );
    if (!existsSync(output)) throw new Error(`could not run: ${stderr.trim().split('\n').at(-1)}`);
    const results = JSON.parse(readFileSync(output, 'utf8'));
    return new Map(
      subjects.map((subject, index) => {
        const { errors, troubles } = results[index];
        return [subject.id, { errors: errors.map(strip), troubles: troubles.map(strip) }];
      }),
    );
  },
};
