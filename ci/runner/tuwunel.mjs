// Stands in for Tuwunel where it is not built: reads its configuration, and serves the reference
// homeserver where that says, if it opens the registration.   node tuwunel.mjs ROOT --config FILE
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , root = '', flag, file = ''] = process.argv;
if (flag !== '--config') throw new Error(`${flag} is not --config`);
const config = Object.fromEntries(
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !/^(?:\s*|#.*|\[global\])$/.test(line))
    .map((line) => {
      const [, name = line, value = ''] = /^(\w+) = (.+)$/.exec(line) ?? [];
      return [name, JSON.parse(value)];
    }),
);
const opens = 'yes_i_am_very_very_sure_i_want_an_open_registration_server_prone_to_abuse';
if (config.address !== '127.0.0.1') throw new Error('it does not listen on the loopback alone');
if (!config.allow_registration || !config[opens]) throw new Error('the registration is closed');
const known = ['server_name', 'address', 'port', 'database_path', 'allow_registration', opens];
const stranger = Object.keys(config).find(
  (name) => ![...known, 'allow_federation', 'trusted_servers'].includes(name),
);
if (stranger !== undefined) throw new Error(`Tuwunel has no option ${stranger} that is known here`);
spawn(
  process.execPath,
  [join(root, 'dist/bundle/cli.js'), 'homeserver', '--port', String(config.port)],
  {
    stdio: 'inherit',
  },
);
