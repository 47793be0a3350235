import { readFile } from 'node:fs/promises';
import type { AccountOptions } from '../client/auth/account-options.ts';
import { accountWays } from '../client/auth/account-options.ts';
import { fileTrouble } from '../model/file-trouble.ts';
import { type Settings, type ValueOption, variableOf } from './settings.ts';
import { UsageError } from './usage-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What was given for getting users: from variables of the environment, or from files.
 * @throws UsageError where a file cannot be read or holds nothing, or the way is unknown.
 */
export async function readAccountOptions(
  { values }: Settings,
  environment: Environment,
): Promise<AccountOptions> {
  const secret = async (variable: string, option: ValueOption) =>
    environment[variableOf(variable)]?.trim() || (await readSecret(option, values[option]));
  const token = await secret('registration-token', 'registration-token-file');
  const shared = await secret('shared-secret', 'shared-secret-file');
  const tokens = await secret('access-tokens', 'access-tokens-file');
  const passwords = await secret('passwords', 'passwords-file');
  const service = await secret('as-token', 'as-token-file');
  const admin = await secret('admin-token', 'admin-token-file');
  return {
    way: wayOf(values.accounts ?? 'auto'),
    ...(token && { registrationToken: token }),
    ...(shared && { sharedSecret: shared }),
    ...(tokens && { accessTokens: tokens.split(/[,\s]+/).filter((one) => one !== '') }),
    ...(passwords && { passwords: passwords.split(/\r?\n/).filter(Boolean).map(credentials) }),
    ...(admin && { adminToken: admin }),
    ...(service && { applicationServiceToken: service }),
    ...(values['as-prefix'] && { applicationServicePrefix: values['as-prefix'] }),
  };
}

async function readSecret(option: string, path?: string): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`--${option} ${path} cannot be read: ${fileTrouble(error)}.`);
  });
  if (text.trim() === '') throw new UsageError(`--${option} ${path} is empty.`);
  return text.trim();
}

function wayOf(text: string): AccountOptions['way'] {
  const ways = ['auto', ...accountWays] as const;
  const way = ways.find((one) => one === text);
  if (way !== undefined) return way;
  throw new UsageError(`--accounts is one of ${ways.join(', ')}, not ${text}.`);
}

/** A user id holds a colon itself: the last one begins the password only where there is no @. */
function credentials(line: string, index: number) {
  const [, user, password] = /^(@[^:]+:[^:]+(?::\d+)?|[^@:][^:]*):(.+)$/.exec(line.trim()) ?? [];
  if (user !== undefined && password !== undefined) return { user, password };
  throw new UsageError(`Line ${index + 1} of the passwords is not of the form user:password.`);
}
