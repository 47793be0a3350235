import { createHash } from 'node:crypto';
import type { ExampleFinding, ExamplePlace } from '../model/example-finding.ts';
import { fileName } from '../openapi/documents.ts';
import { frameOf } from './frame-of.ts';
import type { RuleId } from './rules.ts';
import type { Sources } from './sources.ts';
import type { ExampleTrouble } from './trouble.ts';

/**
 * Troubles as findings, in the order of files and lines, each once.
 *
 * @param nameOf what a document is called wherever it lies: for fingerprints
 */
export function findingsOf(
  troubles: readonly ExampleTrouble[],
  asked: ReadonlySet<RuleId>,
  sources: Sources,
  nameOf: (document: string) => string,
): readonly ExampleFinding[] {
  const once = new Map<string, ExampleTrouble>();
  for (const trouble of troubles) {
    const { rule, place, message } = trouble;
    const key = JSON.stringify([rule, place.document, place.path, message]);
    if (asked.has(rule) && !once.has(key)) once.set(key, trouble);
  }
  const times = new Map<string, number>();
  const findings = [...once.values()].map(
    ({ rule, place, isKey, message, schema }): ExampleFinding => {
      const where = placeOf(place, sources, isKey);
      const name = `${rule}\n${nameOf(place.document)}\n${where.pointer}`;
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      return {
        rule,
        ...where,
        message,
        ...(schema && { schema: placeOf(schema, sources) }),
        fingerprint: createHash('sha256').update(`${name}\n${time}`).digest('hex').slice(0, 16),
        frame: frameOf(sources.text(place.document), sources.lines(place.document), where.line),
      };
    },
  );
  return findings.toSorted(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
}

/** A place as people name it. */
function placeOf(place: ExampleTrouble['place'], sources: Sources, isKey?: boolean): ExamplePlace {
  const pointer = place.path
    .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
  return {
    file: fileName(place.document).replaceAll('\\', '/'),
    ...sources.position(place, isKey),
    pointer,
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
