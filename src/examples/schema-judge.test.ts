import { describe, expect, test } from 'vitest';
import { createSchemaJudge } from './schema-judge.ts';
import { Sources } from './sources.ts';

/** What a judge says of values, each as the places and words of its misfits. */
function judged(schema: unknown, ...values: unknown[]): string[] {
  const sources = new Sources(() => JSON.stringify(schema));
  const source = sources.open('file:///schema.json');
  if (source instanceof Error) throw source;
  const judge = createSchemaJudge(sources, { dialect: '2020-12', direction: undefined });
  return values.map((value) =>
    judge
      .judge(value, sources.root(source), false)
      .map(({ path, keyword }) => `/${path.join('/')} ${keyword}`)
      .join(),
  );
}

describe('a schema judge', () => {
  test.each([
    [{ if: { type: 'string' } }],
    [{ else: false }],
    [{ minContains: 2 }],
    [{ contains: true, minContains: 0 }],
    [{ properties: { foo: true }, patternProperties: { 'f.o': true } }],
  ])('takes %j, in which a word says nothing', (schema) => {
    expect(judged(schema, ['a'])).toEqual(['']);
  });

  test('finds nothing in an empty enum', () => {
    expect(judged({ enum: [] }, 'a')).toEqual(['/ false schema']);
  });

  test('takes no property for given that every object inherits', () => {
    expect(judged({ required: ['toString'] }, {})).toEqual(['/ required']);
    expect(judged({ properties: { constructor: { type: 'number' } } }, {})).toEqual(['']);
  });

  test('follows a pointer in $dynamicRef where it points, whatever else has its anchor', () => {
    const inner = { $id: '/inner', $dynamicAnchor: 'item', type: 'number' };
    const list = { $id: '/list', items: { $dynamicRef: '#/$defs/own' }, $defs: { own: inner } };
    const outer = { $dynamicAnchor: 'item', type: 'string' };
    const schema = { $ref: '/list', $defs: { list, outer } };
    expect(judged(schema, [1], ['a'])).toEqual(['', '/0 type']);
  });

  test('counts what a lone if looks at as evaluated, where it is met', () => {
    const schema = { if: { properties: { a: { const: 1 } } }, unevaluatedProperties: false };
    expect(judged(schema, { a: 1 }, { a: 2 })).toEqual(['', '/a unevaluatedProperties']);
  });

  test('counts as evaluated the items that contains matches, and no others', () => {
    const schema = { contains: { type: 'string' }, unevaluatedItems: false };
    expect(judged(schema, ['a'], ['a', 1])).toEqual(['', '/1 unevaluatedItems']);
  });

  test('counts the items of a branch as evaluated only where the branch matches', () => {
    const branch = { items: { type: 'string' } };
    const schema = { anyOf: [branch, true], unevaluatedItems: { type: 'boolean' } };
    expect(judged(schema, ['a'], [true], ['a', true])).toEqual(['', '', '/0 type']);
  });
});
