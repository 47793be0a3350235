// Validates the documents that a file lists, and writes what came of each into another file.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder = '', input = '', output = ''] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const { validateFile } = require('openapi-examples-validator');

const results = [];
for (const file of JSON.parse(readFileSync(input, 'utf8'))) {
  try {
    const { errors } = await validateFile(file);
    results.push({ errors: errors.map(tell), troubles: [] });
  } catch (error) {
    results.push({ errors: [], troubles: [`${error.name}: ${error.message}`] });
  }
}
writeFileSync(output, JSON.stringify(results));
process.exit();

function tell({ type, message, examplePath, instancePath, params }) {
  return [type, examplePath, instancePath, message, JSON.stringify(params)]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}
