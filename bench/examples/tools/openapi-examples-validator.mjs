import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../../child.mjs';
import { installFromNpm, runProgram } from '../program.mjs';
import { isOpenapi, strip } from '../tool.mjs';

const version = '7.1.0';

/** Its function, in one process for all documents: its program takes one a time. @type {import('../tool.mjs').Tool} */
export const openapiExamplesValidator = {
  name: `openapi-examples-validator ${version}`,
  takes: isOpenapi,
  async install(folder) {
    await installFromNpm(folder, `openapi-examples-validator@${version}`);
  },
  async judge(subjects, folder) {
    const input = join(folder, 'input.json');
    const output = join(folder, 'output.json');
    writeFileSync(input, JSON.stringify(subjects.map((subject) => subject.main)));
    const child = fromRoot('bench/examples/tools/openapi-examples-validator-child.mjs');
    const { stderr } = await runProgram(process.execPath, [child, folder, input, output], {
      folder,
    });
    if (!existsSync(output)) throw new Error(`could not run: ${stderr}`);
    const results = JSON.parse(readFileSync(output, 'utf8'));
    return new Map(
      subjects.map((subject, index) => {
        const { errors, troubles } = results[index];
        return [subject.id, { errors: errors.map(strip), troubles: troubles.map(strip) }];
      }),
    );
  },
};
