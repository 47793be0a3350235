import { suites } from '../../suites/suites.ts';
import { parse } from './parse.ts';

/** Prints every scenario. @returns the exit code. */
export async function listCommand(argv: string[]): Promise<number> {
  const { values } = parse({ args: argv, options: { json: { type: 'boolean' } } });
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
    process.stdout.write(`${JSON.stringify({ scenarios }, null, 2)}\n`);
    return 0;
  }
  for (const { id, level, title, section, rows } of scenarios) {
    process.stdout.write(`${id}\n  ${level}: ${title}\n  ${section} (${rows.join(', ')})\n`);
  }
  process.stdout.write(`${scenarios.length} scenarios\n`);
  return 0;
}
