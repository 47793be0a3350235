import type { ExampleRule } from '../model/example-finding.ts';

/** Every rule. Those that alarm on what is not wrong are asked for with `--rule`. */
export const rules = [
  ['example-matches-schema', 'An example that its schema does not allow', true],
  ['default-matches-schema', 'A default that its schema does not allow', true],
  [
    'enum-matches-type',
    'A member of an enum, or a const, that the rest of its schema forbids',
    true,
  ],
  ['example-direction', 'A readOnly property in a request, or a writeOnly one in a response', true],
  ['event-example-has-schema', 'An example of an event whose type has no schema', true],
  ['schema-compiles', 'A schema that is no JSON Schema', true],
  ['reference-resolves', 'A $ref or an externalValue that leads nowhere', true],
  ['format-is-known', 'A format that nobody knows', true],
  ['pattern-compiles', 'A pattern that is no regular expression', true],
  ['check-ends', 'A value whose check takes too long, as some patterns do', true],
  ['document-parses', 'A document that is no YAML or JSON', true],
  ['one-of-branches-are-disjoint', 'An example that several branches of a oneOf allow', true],
  ['path-key-is-clean', 'A path with spaces in it', true],
  ['operation-documents-an-error', 'An operation without any response of an error', false],
  ['response-requires-something', 'A response with properties of which none is required', false],
  [
    'prose-status-is-documented',
    'A status that the description of an operation alone names',
    false,
  ],
] as const satisfies readonly (readonly [string, string, boolean])[];

/** The name of a rule. */
export type RuleId = (typeof rules)[number][0];

/** The rules as data. */
export const allRules: readonly (ExampleRule & { readonly id: RuleId })[] = rules.map(
  ([id, finds, isDefault]) => ({ id, finds, isDefault }),
);
