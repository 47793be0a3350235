import { expect, test } from 'vitest';
import { startHomeserver } from './homeserver/start-homeserver.ts';
import { runCli } from './run-cli.fixture.ts';

const sentence = /^[^\n]{15,400}[.?]\n$/;

test.each([
  [{ open: true }, 0, /\nA run can begin\.\n$/],
  [{ open: false }, 2, /enable_registration: true\n.*A run cannot begin/s],
])(
  'doctor ends with 0 where a run can begin, else with 2: %j',
  async (registration, code, told) => {
    const homeserver = await startHomeserver({ registration });
    try {
      const ended = await runCli(['doctor', '--target', homeserver.url]);
      expect(ended.stdout).toMatch(told);
      expect(ended).toMatchObject({ code, stderr: '' });
    } finally {
      await homeserver.close();
    }
  },
);

test.each([{}, { MATRIX_CONFORMANCE_ADMIN_TOKEN: 'bad' }, { MATRIX_CONFORMANCE_AS_TOKEN: 'bad' }])(
  'doctor ends as a run ends, with a bad token, too: %j',
  async (means) => {
    const homeserver = await startHomeserver();
    try {
      const at = ['--target', homeserver.url, '--accounts', 'open'];
      const run = await runCli([...at, '--report', 'json=-', '--concurrency', '8'], { env: means });
      const doctor = await runCli(['doctor', ...at], { env: means });
      expect(doctor.code).toBe(run.code);
      expect(JSON.parse(run.stdout).plan.target).toBe(homeserver.url);
      expect(doctor.stdout).toContain('A run can begin');
    } finally {
      await homeserver.close();
    }
  },
);

test.each([
  [[], /needs --target URL/],
  [['rooms', '--target', 'http://hs.test'], /nothing that rooms could mean here/],
  [['--target', 'http://hs.test', '--accounts', 'magic'], /one of auto/],
  [['--target', 'http://hs.test', '--report', 'json=a.json'], /doctor writes no report/],
])('doctor %j is exit 2, and one sentence', async (args, message) => {
  const { code, stdout, stderr } = await runCli(['doctor', ...args]);
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(sentence);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
