import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mutants } from '../homeserver/mutants/mutants.ts';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import { runCli } from '../run-cli.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
const at = (name: string) => join(folder, name);
const check = (...args: string[]) => runCli(['check', ...args], { cwd: folder });

function written(name: string, value: unknown): string {
  writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value));
  return name;
}

/** A HAR file of one answer to `GET /sync`. */
function har(text?: string, status = 200): object {
  const headers = [{ name: 'Content-Type', value: 'application/json' }];
  const url = 'https://hs.test/_matrix/client/v3/sync?access_token=abcdefghijkl';
  const request = { method: 'GET', url, headers: [] };
  const response = {
    status,
    headers,
    content: { size: 18, ...(text === undefined ? {} : { text }) },
  };
  return { log: { version: '1.2', entries: [{ request, response, time: 1 }] } };
}

const soundHar = har('{"next_batch":"s1"}');
const wrongHar = har('{"next_batch":7}');
const id = 'sync/200/body-matches-its-schema/next_batch/type';

beforeAll(async () => {
  const { code } = await runCli([
    'rooms',
    '--report',
    `ndjson=${at('run.ndjson')}`,
    '--report',
    `json=${at('run.json')}`,
  ]);
  expect(code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the recording of a run', () => {
  test.each(['run.ndjson', 'run.json'])(
    '%s of a sound homeserver has no fault of it',
    async (file) => {
      const { code, stdout } = await check(file);
      expect(stdout).toContain('none breaks the specification.');
      expect(stdout).not.toContain('✗');
      expect(code).toBe(0);
    },
  );

  test('shows the fault of a mutant whose answers are not as documented', async () => {
    const mutant = mutants.find((one) => one.id === 'an-unknown-room-has-no-errcode');
    expect(mutant).toBeDefined();
    const homeserver = await startHomeserver(mutant === undefined ? {} : { mutant });
    try {
      const only = mutant?.killedBy[0] ?? '';
      await runCli([
        '--target',
        homeserver.url,
        '--only',
        only,
        '--report',
        `ndjson=${at('mutant.ndjson')}`,
      ]);
    } finally {
      await homeserver.close();
    }
    const { code, stdout } = await check('mutant.ndjson');
    expect(stdout).toContain(
      '✗ The 404 of getRoomStateWithKey: an error has an errcode and an error message',
    );
    expect(stdout).toContain('curl --path-as-is');
    expect(code).toBe(1);
  });
});

describe('a HAR file', () => {
  test('is judged, and several files are one result', async () => {
    written('sound.har', soundHar);
    written('wrong.har', wrongHar);
    expect((await check('sound.har')).code).toBe(0);
    const { code, stdout } = await check('sound.har', 'wrong.har');
    expect(stdout).toContain(
      'Of 2 answers that were judged: the homeserver breaks the specification in 1 way.',
    );
    expect(stdout).not.toContain('abcdefghijkl');
    expect(code).toBe(1);
  });

  test('without bodies cannot say', async () => {
    const { code, stdout } = await check(written('omitted.har', har()));
    expect(stdout).toContain('the answer: its body was not recorded: 1');
    expect(stdout).toContain(
      'Cannot say whether the homeserver keeps to the specification: no answer was judged as a whole.',
    );
    expect(code).toBe(2);
  });
});

describe('a HAR file whose bodies stand in other files', () => {
  const attached = (name: string) => {
    const { log } = har() as { log: { entries: { response: { content: object } }[] } };
    const entries = log.entries.map((entry) => {
      const content = { ...entry.response.content, _file: name };
      return { ...entry, response: { ...entry.response, content } };
    });
    return { log: { ...log, entries } };
  };

  test('is judged with those beside it, be it in another folder', async () => {
    mkdirSync(at('har'), { recursive: true });
    written('har/0a1b.json', '{"next_batch":7}');
    const { code, stdout } = await check(written('har/attached.har', attached('0a1b.json')));
    expect(stdout).toContain(id);
    expect(code).toBe(1);
  });

  test.each([
    ['nowhere.json', 'is in a file that is not there'],
    // Of more bytes than a name may have.
    ['ä'.repeat(200), 'is in a file that cannot be read'],
    ['../outside.json', 'is in a file elsewhere, which is not read'],
    ['har/0a1b.json', 'is in a file elsewhere, which is not read'],
    ['..', 'is in a file elsewhere, which is not read'],
    ['/etc/hostname', 'is in a file elsewhere, which is not read'],
    ['a\\b', 'is in a file elsewhere, which is not read'],
    ['a\u0000b', 'is in a file elsewhere, which is not read'],
    ['', 'is in a file elsewhere, which is not read'],
    ['linked.json', 'is in a file elsewhere, which is not read'],
    ['folder', 'is in a file elsewhere, which is not read'],
    ['large.json', 'is larger than 8388608 bytes'],
  ])('is not judged with %j: it %s', async (name, why) => {
    const inner = at('inner');
    mkdirSync(join(inner, 'folder'), { recursive: true });
    written('outside.json', '{"next_batch":7}');
    rmSync(join(inner, 'linked.json'), { force: true });
    symlinkSync('../outside.json', join(inner, 'linked.json'));
    writeFileSync(join(inner, 'large.json'), '');
    truncateSync(join(inner, 'large.json'), 9 * 1024 * 1024);
    const { code, stdout } = await check(written('inner/odd.har', attached(name)));
    expect(stdout).toContain(`the answer: its body ${why}: 1`);
    expect(code).toBe(2);
  });
});

describe('every report can be written', () => {
  const formats = [
    'junit',
    'json',
    'html',
    'terminal',
    'ndjson',
    'tap',
    'ctrf',
    'markdown',
    'github',
    'gitlab',
    'badge',
  ];
  test.each(formats)('%s', async (format) => {
    written('wrong.har', wrongHar);
    const { code, stdout } = await check('wrong.har', '--report', `${format}=out.${format}`);
    expect(code).toBe(1);
    expect(stdout).toContain(`Written: out.${format}`);
    const text = readFileSync(at(`out.${format}`), 'utf8');
    if (format !== 'badge' && format !== 'html') expect(text).toContain(id);
    expect(text).not.toContain('abcdefghijkl');
  });

  test('json has the findings and the coverage', async () => {
    written('wrong.har', wrongHar);
    await check('wrong.har', '--report', 'json=out.json');
    const { formatVersion, findings, coverage, exitCode } = JSON.parse(
      readFileSync(at('out.json'), 'utf8'),
    );
    expect({ formatVersion, exitCode }).toEqual({ formatVersion: 1, exitCode: 1 });
    expect(findings).toMatchObject([
      { id, operation: 'sync', status: 200, kind: 'schema', count: 1 },
    ]);
    expect(findings[0].first.request.url).toContain('https://hs.test/_matrix/client/v3/sync?');
    expect(coverage).toMatchObject([{ operation: 'sync', answers: [{ status: 200, count: 1 }] }]);
  });
});

test('what is known is brought up to date, is no news, and has to go when it is mended', async () => {
  written('wrong.har', wrongHar);
  written('sound.har', soundHar);
  const known = ['--expectations', 'known.yaml'];
  const first = await check('wrong.har', ...known, '--update-expectations');
  expect(first.stdout).toContain(`+ ${id}: fail (schema)`);
  expect(first.code).toBe(2);
  written(
    'known.yaml',
    readFileSync(at('known.yaml'), 'utf8').replace('reason:', 'reason: It counts.'),
  );
  expect(await check('wrong.har', ...known)).toMatchObject({ code: 0 });
  const mended = await check('sound.har', ...known);
  expect(mended.code).toBe(1);
  expect(mended.stdout).toContain('known.yaml');
  expect(mended.stdout).toContain('unexpected passes (1)');
  written('known.yaml', 'synk/200/a:\n  expect: fail\n  reason: It counts.\n');
  expect(await check('sound.har', ...known)).toMatchObject({
    code: 2,
    stderr: 'known.yaml:1: no document has the operation synk: did you mean sync?\n',
  });
});

describe('what cannot be done is one sentence, and 2', () => {
  test.each([
    [[], 'check takes recorded traffic'],
    [['nowhere.har'], 'nowhere.har cannot be read: there is no such file or folder.'],
    [['.'], 'it is a folder'],
    [['a.har', '--prefix', 'hs/'], '--prefix is a path such as /hs'],
    [['a.har', '--report', 'xml'], '--report xml is no report'],
    [['a.har', '--update-expectations'], '--update-expectations needs --expectations FILE'],
    [['a.har', '--stict'], 'did you mean --strict?'],
    [['a.har', '--spec', 'nowhere'], 'There is no nowhere'],
  ])('check %j: %s', async (args, message) => {
    const { code, stderr } = await check(...args);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  test.skipIf(!existsSync('/dev/zero'))(
    'a device without an end is not read on and on',
    async () => {
      const { code, stderr } = await check('/dev/zero');
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: '/dev/zero is not read: it has more than 256 MB, which are the most.\n',
      });
    },
  );

  test('a ZIP archive is to be unpacked', async () => {
    const { code, stderr } = await check(written('traffic.zip', 'PK\u0003\u0004'));
    expect(stderr).toBe(
      "traffic.zip is a ZIP archive, which is not read: unpack it, and name the .har file in it; or record with content: 'embed'.\n",
    );
    expect(code).toBe(2);
  });

  test.each([
    ['', 'it is empty'],
    ['<a/>', 'it is not JSON'],
    ['{"a":1}', 'it is other JSON'],
    ['[]', 'it is other JSON'],
  ])('a file with %j is neither: %s', async (text, why) => {
    const { code, stderr } = await check(written('odd', text));
    expect(stderr).toBe(
      `odd is neither a HAR file nor what --report ndjson=FILE or json=FILE of a run writes: ${why}.\n`,
    );
    expect(code).toBe(2);
  });
});
