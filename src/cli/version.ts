import { packageVersion } from '../package/package-root.ts';

export async function printVersion(): Promise<number> {
  process.stdout.write(`${await packageVersion()}\n`);
  return 0;
}
