import { expect, test } from 'vitest';
import { rerunCommand } from './rerun-command.ts';

test.each([
  [[], 'npx matrix-conformance --only @failed'],
  [
    [
      'run',
      'rooms',
      '--target',
      'http://hs.test',
      '--only',
      'a*',
      '--report',
      'json=-',
      '--strict',
    ],
    'npx matrix-conformance --target http://hs.test --strict --only @failed',
  ],
  [
    ['--target=http://hs.test', '--expectations', "it's.yaml", '--shard', '1/3', '--wait', '9'],
    `npx matrix-conformance --target http://hs.test --expectations 'it'\\''s.yaml' --only @failed`,
  ],
  [['--only', '@failed=a b.json'], 'npx matrix-conformance --only @failed'],
])('%j is run again as it was, but for what chose the scenarios', (argv, command) => {
  expect(rerunCommand(argv)).toBe(command);
});
