import { asMapping, followReference, type Place } from './follow-reference.ts';

/** Words that tell a reader something and forbid nothing, so two schemas may differ in them. */
const annotations = new Set(
  '$schema title description example examples deprecated x-changedInMatrixVersion'.split(' '),
);

/** The schemas directly inside of a schema, each with its way from there. */
function* inner(schema: Readonly<Record<string, unknown>>): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(asMapping(schema.properties))) {
    yield [`/${name}`, value];
  }
  for (const [name, value] of Object.entries(asMapping(schema.patternProperties))) {
    yield [`/{${name}}`, value];
  }
  if (typeof schema.additionalProperties === 'object') yield ['/*', schema.additionalProperties];
  if (schema.items !== undefined) yield ['/[]', schema.items];
  for (const word of ['oneOf', 'anyOf']) {
    const branches = schema[word];
    if (!Array.isArray(branches)) continue;
    for (const [index, branch] of branches.entries()) yield [`<${index}>`, branch];
  }
}

/** Words that are followed rather than told. */
const structure = new Set(
  '$ref allOf oneOf anyOf properties patternProperties items required'.split(' '),
);

/**
 * All that a schema demands, one sentence a demand, each with its place: `/user_id is required`,
 * `/rooms/join/{^!}: type "object"`. It goes through every `$ref` and `allOf` as if what stands
 * there stood here, so two schemas that are cut into files in different ways have the same facts.
 *
 * @param at the way to the schema, the start of every sentence
 * @param open the references that are being followed: one that leads back into itself ends there
 */
export function* schemaFacts(
  place: Place,
  at: string,
  open: readonly string[] = [],
): Generator<string> {
  const schema = asMapping(place.value);
  const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
  for (const value of parts) yield* schemaFacts({ file: place.file, value }, at, open);
  if (typeof schema.$ref === 'string') {
    const uri = new URL(schema.$ref, place.file).href;
    if (open.includes(uri)) yield `${at}: as further up`;
    else yield* schemaFacts(followReference(schema.$ref, place.file), at, [...open, uri]);
  }
  const required = Array.isArray(schema.required) ? schema.required : [];
  for (const name of required) yield `${at}/${name} is required`;
  for (const word of ['oneOf', 'anyOf']) if (schema[word] !== undefined) yield `${at}: ${word}`;
  for (const [word, value] of Object.entries(schema)) {
    if (annotations.has(word) || structure.has(word)) continue;
    if (word !== 'additionalProperties') yield `${at}: ${word} ${JSON.stringify(value)}`;
    else if (value === false) yield `${at}: nothing else`;
  }
  for (const [way, value] of inner(schema)) {
    if (way.startsWith('/') && way !== '/*' && way !== '/[]') yield `${at}${way}: described`;
    yield* schemaFacts({ file: place.file, value }, `${at}${way}`, open);
  }
}
