import { suites } from '../../suites/suites.ts';
import { errata } from '../validate/errata.ts';
import { parse } from './parse.ts';

const options = { json: { type: 'boolean' }, errata: { type: 'boolean' } } as const;

/** Prints every scenario, or every erratum of the documents. @returns the exit code. */
export async function listCommand(argv: string[]): Promise<number> {
  const { values } = parse({ args: argv, options });
  const scenarios = suites.flatMap((suite) =>
    suite.scenarios.map(({ id, level, title, section, rows }) => ({
      id,
      level,
      title,
      section,
      rows,
    })),
  );
  if (values.json === true) {
    const told = errata.map(({ correct: _, adds: __, ...erratum }) => erratum);
    process.stdout.write(`${JSON.stringify({ scenarios, errata: told }, null, 2)}\n`);
    return 0;
  }
  if (values.errata === true) {
    for (const { operation, status, what, reason, link } of errata)
      process.stdout.write(`${operation} ${status}: ${what}\n  ${reason}\n  ${link}\n`);
    process.stdout.write(`${errata.length} errata\n`);
    return 0;
  }
  for (const { id, level, title, section, rows } of scenarios) {
    process.stdout.write(`${id}\n  ${level}: ${title}\n  ${section} (${rows.join(', ')})\n`);
  }
  process.stdout.write(`${scenarios.length} scenarios\n`);
  return 0;
}
