// What a CI system's machines bring along and this one may not: programs of the same names.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes a folder to stand first in PATH. @returns the folder.
 * @param {string} folder
 * @param {string} packed the packed package, which npx takes in place of the published one.
 */
export function makeTools(folder, packed) {
  mkdirSync(folder);
  const tuwunel = fileURLToPath(new URL('tuwunel.mjs', import.meta.url));
  const scripts = {
    // No system package is installed for a test.
    'apt-get': 'exit 0',
    sudo: 'exec "$@"',
    python: 'exec python3 "$@"',
    npx: `[ "$1" = --yes ] || exit 9
case $2 in matrix-conformance@*) ;; *) exit 9 ;; esac
shift 2
exec npm exec --yes --package='${packed}' -- matrix-conformance "$@"`,
    // An hour's build: what comes of it is stood in for.
    cargo: `[ "$*" = 'build --release' ] || exit 9
mkdir -p target/release
printf '#!/bin/sh\\nexec node "%s" "%s" "$@"\\n' '${tuwunel}' '${root}' > target/release/tuwunel
chmod +x target/release/tuwunel`,
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}
