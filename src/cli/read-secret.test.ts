import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFolder } from '../run-cli.fixture.ts';
import { readAccountOptions } from './read-secret.ts';
import type { Settings } from './settings.ts';

function settings(values: Settings['values']): Settings {
  return {
    values,
    suites: [],
    report: [],
    strict: false,
    unsafe: false,
    updateExpectations: false,
  };
}

test('an administrator’s token comes from the environment, and is no way to get users', async () => {
  const environment = { MATRIX_CONFORMANCE_ADMIN_TOKEN: ' token-of-the-administrator\n' };
  expect(await readAccountOptions(settings({}), environment)).toEqual({
    way: 'auto',
    adminToken: 'token-of-the-administrator',
  });
});

test('or from a file, where the environment has none', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'token');
    await writeFile(path, 'token-in-the-file\n');
    const read = (environment: Record<string, string>) =>
      readAccountOptions(settings({ 'admin-token-file': path }), environment);
    expect(await read({})).toMatchObject({ adminToken: 'token-in-the-file' });
    expect(await read({ MATRIX_CONFORMANCE_ADMIN_TOKEN: 'another' })).toMatchObject({
      adminToken: 'another',
    });
  });
});

test('a file without a token is told by its name', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'empty');
    await writeFile(path, ' \n');
    const reading = readAccountOptions(settings({ 'admin-token-file': path }), {});
    await expect(reading).rejects.toThrow(`--admin-token-file ${path} is empty.`);
  });
});
