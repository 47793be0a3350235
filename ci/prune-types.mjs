// Takes out of dist/ the types that nobody who uses the package can come to: those that neither the
// library nor its Vitest adapter refer to. They are half of the files, and no more than weight.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8'));
const reached = new Set();

/** @param {string} file */
function reach(file) {
  if (reached.has(file) || !existsSync(file)) return;
  reached.add(file);
  for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/['"](\.{1,2}\/[^'"]+)['"]/g))
    reach(join(dirname(file), specifier.replace(/\.[jt]s$/, '.d.ts')));
}

for (const { types } of Object.values(exports)) if (types) reach(join(dist, '..', types));
let pruned = 0;
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  const file = join(dist, name);
  if (!name.endsWith('.d.ts') || reached.has(file)) continue;
  rmSync(file);
  pruned += 1;
}
process.stderr.write(`${reached.size} files of types are kept, and ${pruned} are not needed\n`);
