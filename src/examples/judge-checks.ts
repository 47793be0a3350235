import { bounded, TooLong } from './bounded.ts';
import type { Check } from './check.ts';
import { composeExample } from './compose-example.ts';
import { declaresReference } from './declares-reference.ts';
import type { Misfit } from './misfit.ts';
import { oneAPlace } from './one-a-place.ts';
import type { RuleId } from './rules.ts';
import { createSchemaJudge, type SchemaJudge } from './schema-judge.ts';
import type { Sources } from './sources.ts';
import type { Tell } from './trouble.ts';

/** How long a batch of checks takes before the next one begins, and how long one may last, in ms. */
const slice = 200;
const most = 2000;
/** After so many checks of one document that did not end, the rest of it is left; of all, all. */
const mostOverdue = 3;
const mostOverdueInAll = 15;

/** Holds every value against its schema. @returns how many */
export function judgeChecks(checks: readonly Check[], sources: Sources, tell: Tell): number {
  let judgeOf = judges(sources);
  let inAll = 0;
  const overdue = new Map<string, number>();
  let next = 0;
  let judged = 0;
  const batch = () => {
    const end = performance.now() + slice;
    while (next < checks.length && performance.now() < end) {
      const check = checks[next++];
      if (check === undefined || (overdue.get(check.value.document) ?? 0) >= mostOverdue) continue;
      judgeOne(check, judgeOf(check), sources, tell);
      judged += 1;
    }
  };
  while (next < checks.length && inAll < mostOverdueInAll) {
    try {
      bounded(batch, most);
    } catch (error) {
      if (!(error instanceof TooLong || error instanceof RangeError)) throw error;
      const check = checks[next - 1];
      if (check === undefined) throw error;
      const { document } = check.value;
      const times = (overdue.get(document) ?? 0) + 1;
      overdue.set(document, times);
      inAll += 1;
      judgeOf = judges(sources); // what was broken off is half done, and would allow anything
      const what =
        error instanceof TooLong
          ? 'holding this value against its schema takes longer than two seconds'
          : 'this value, or its schema, is nested too deeply';
      const message = `${what}${restOf(times, inAll)}`;
      tell({ rule: 'check-ends', place: check.value, message, schema: check.schema });
    }
  }
  return judged;
}

function restOf(times: number, inAll: number): string {
  if (inAll === mostOverdueInAll) return '; what is left of all documents is not checked';
  return times === mostOverdue ? '; what is left of this document is not checked' : '';
}

/** The judge for each way to read a schema; documents without one-way properties need one alone. */
function judges(sources: Sources): (check: Check) => SchemaJudge {
  const all = new Map<string, SchemaJudge>();
  const isOneWay = sources.all.some(({ text }) => /readOnly|writeOnly/.test(text));
  return (check) => {
    const direction = isOneWay ? check.direction() : undefined;
    const key = `${check.dialect} ${direction}`;
    const judge = all.get(key) ?? createSchemaJudge(sources, { dialect: check.dialect, direction });
    all.set(key, judge);
    return judge;
  };
}

const ruleOf = {
  example: 'example-matches-schema',
  default: 'default-matches-schema',
  enum: 'enum-matches-type',
} as const satisfies Record<Check['kind'], RuleId>;

function judgeOne(check: Check, judge: SchemaJudge, sources: Sources, tell: Tell): void {
  const { kind, value, schema } = check;
  // Neither a default nor a member of an enumeration is an example that could be composed.
  const isComposition = (path: readonly string[]) =>
    kind === 'example' && !declaresReference(sources, schema, path);
  const composed = composeExample(sources, value, isComposition);
  for (const { place, trouble } of composed.broken)
    tell({ rule: 'reference-resolves', place, message: `$ref leads nowhere: ${trouble}` });
  if (composed.broken.length > 0) return;
  for (const misfit of oneAPlace(judge.judge(composed.value, schema, kind === 'enum'))) {
    tell({
      rule: ruleFor(misfit, kind),
      place: composed.locate(misfit.path),
      message: sentence(misfit, kind),
      schema: misfit.schema,
    });
  }
}

function ruleFor({ keyword }: Misfit, kind: Check['kind']): RuleId {
  if (keyword === 'unsent') return 'example-direction';
  if (keyword === 'oneOf' && kind === 'example') return 'one-of-branches-are-disjoint';
  return ruleOf[kind];
}

const names = { example: 'the example', default: 'the default', enum: 'the value' } as const;

function sentence({ path, message }: Misfit, kind: Check['kind']): string {
  const name = path.length === 0 ? names[kind] : path.map((key) => `/${key}`).join('');
  return `${name} ${message}`;
}
