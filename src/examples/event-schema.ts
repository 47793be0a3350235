import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';

/** What an example of an event has to match, in the layout of matrix-spec's `event-schemas`. */
export type EventSchema =
  | { readonly schema: string }
  /** `m.room.member.yaml` without a schema of that name. */
  | { readonly missing: string }
  /** A part of other examples, or no example at all. */
  | undefined;

/**
 * The schema of an example file: `examples/m.room.member$invite.yaml` has to match
 * `schema/m.room.member$invite.yaml` where there is one, else `schema/m.room.member.yaml`.
 *
 * @param file absolute
 */
export function eventSchemaOf(file: string): EventSchema {
  const home = homeOf(file);
  if (home === undefined) return undefined;
  const within = dirname(file).slice(join(home, 'examples').length + 1);
  const name = basename(file, extname(file));
  const type = name.split('$', 1)[0] ?? name;
  for (const one of [name, type])
    for (const extension of ['.yaml', '.yml', '.json']) {
      const schema = join(home, 'schema', within, one + extension);
      if (existsSync(schema)) return { schema };
    }
  const isPart = within !== '' || extname(file) === '.json';
  return isPart ? undefined : { missing: `${type}.yaml` };
}

/** Whether a file lies in a folder of examples beside a folder of schemas. */
export function isEventExample(file: string): boolean {
  return homeOf(file) !== undefined;
}

/** The folder that holds `examples`, with this file in it, and `schema`. */
function homeOf(file: string): string | undefined {
  const parts = dirname(file).split(sep);
  const index = parts.lastIndexOf('examples');
  if (index < 1) return undefined;
  const home = parts.slice(0, index).join(sep);
  const schema = join(home, 'schema');
  return existsSync(schema) && statSync(schema).isDirectory() ? home : undefined;
}
