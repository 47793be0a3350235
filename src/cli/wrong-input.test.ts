import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elementsOf, readXml } from '../report/xml-document.fixture.ts';
import { inFolder, runCli } from '../run-cli.fixture.ts';

/** One scenario, so that a run is short. */
const one = ['--only', 'an-unknown-token-is-refused'];
const sentence = /^[^\n]{15,400}[.?]\n$/;

describe.concurrent('what cannot be understood is exit 2, and one sentence with its cure', () => {
  test.each([
    [['nosuch'], /no suite and no command nosuch.*room_state.*--help/],
    [['run', 'room_stat'], /Did you mean room_state\?/],
    [['self-tst'], /Did you mean self-test\?/],
    [['--targt', 'x'], /no option --targt: did you mean --target\?/],
    [['--wibble'], /no option --wibble\. --help lists/],
    [['list', '--jsn'], /did you mean --json\?/],
    [['list', 'room_state'], /nothing that room_state could mean here/],
    [['--target'], /--target needs a value/],
    [['--target', '--strict'], /--target needs a value/],
    [['--strict=yes'], /--strict takes no value/],
    [['--target', 'localhost:8008'], /no URL: http:\/\/localhost:8008 is one/],
    [['--target', 'ftp://localhost'], /is no URL/],
    [['--target', 'http://alice:hunter2@localhost'], /may not hold a user name or a password/],
    [['--target', 'alice:hunter2@localhost:8008'], /may not hold a user name or a password/],
    [['--report', 'json=x', '--report', 'junit=x'], /Two reports would be written to x/],
    [['--concurrency', '0'], /whole number from 1 to 64, not 0/],
    [['--concurrency', '1.5'], /whole number/],
    [['--timeout', 'soon'], /number from 0.1 to 3600, not soon/],
    [['--rate-limit-wait', 'NaN'], /number from 0 to 86400/],
    [['--only', ''], /--only is given without a value/],
    [['--shard', '4/3'], /I\/N, such as 1\/3/],
    [['--report', 'pdf'], /one of junit, json, html, terminal/],
    [['--report', 'junit='], /names no file/],
    [['--shared-secret-file', 'nowhere'], /nowhere cannot be read: there is no such file/],
    [['--access-tokens-file', '.'], /cannot be read: it is a folder/],
    [['--accounts', 'magic'], /one of auto, open, .*, not magic/],
    [['--config', 'nowhere.yaml'], /nowhere.yaml cannot be read: there is no such file/],
    [['homeserver', '--port', 'x'], /number from 0 to 65535/],
    [['homeserver', '--port', ''], /number from 0 to 65535/],
    [['homeserver', '--mutant', 'nosuch'], /no mutant nosuch; homeserver --mutants lists them/],
  ])('%j', async (args, message) => {
    await inFolder(async (cwd) => {
      const { code, stdout, stderr } = await runCli(args, { cwd });
      expect(stderr).toMatch(message);
      expect(stderr).toMatch(sentence);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).not.toContain('hunter2');
    });
  });
});

/** A document that has nothing to do with state. */
const other = `openapi: 3.1.0
info: {title: Other, version: "1"}
paths:
  /other: {get: {operationId: getOther, responses: {"200": {description: Yes.}}}}
`;

describe.concurrent('what cannot be run is exit 2, and told in the summary and in the report', () => {
  test.each([
    [
      ['--target', 'http://127.0.0.1:1'],
      /cannot be reached: the connection was refused\..*--wait/s,
    ],
    [['--spec', 'nowhere'], /There is no nowhere/],
    [['--spec', 'empty'], /no OpenAPI document/],
    [['--spec', 'bad.yaml'], /bad\.yaml:2:1: no valid YAML/],
    [['--spec', 'other.yaml'], /documents none of the operations of the suite room_state/],
    [['--only', 'nothing-like-this'], /No scenario matches/],
    [[...one, '--shard', '2/2'], /Shard 2\/2 of one scenario is empty/],
    [['--accounts', 'given'], /needs MATRIX_CONFORMANCE_ACCESS_TOKENS/],
  ])('%j', async (args, message) => {
    await inFolder(async (cwd) => {
      await mkdir(join(cwd, 'empty'));
      await mkdir(join(cwd, 'reports'));
      await writeFile(join(cwd, 'bad.yaml'), 'paths: [\n');
      await writeFile(join(cwd, 'other.yaml'), other);
      await writeFile(join(cwd, 'reports', 'junit.xml'), 'stale');
      const { code, stdout, stderr } = await runCli(args, { cwd });
      expect(stdout.replace(/\s+/g, ' ')).toMatch(message);
      expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
      expect(stdout).not.toMatch(/^ +at /m);
      const junit = readXml(await readFile(join(cwd, 'reports', 'junit.xml'), 'utf8'));
      expect(elementsOf(junit, 'error').length).toBeGreaterThanOrEqual(1);
      expect(elementsOf(junit, 'testcase').length).toBe(elementsOf(junit, 'error').length);
    });
  });
});
