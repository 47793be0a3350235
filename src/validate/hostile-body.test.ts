import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, folderOf } from '../openapi/folder.fixture.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { judge } from './judge.fixture.ts';
import { received } from './received-response.fixture.ts';
import { createResponseValidator } from './response-validator.ts';

describe('a hostile body', () => {
  const schema =
    '{ properties: { id: { type: string, format: mx-event-id } }, additionalProperties: { type: integer } }';

  test('with an id of 10 MB is told in a few words', async () => {
    const [finding] = await judge(received(200, { id: `$${'a'.repeat(10_000_000)}` }), schema);
    expect(finding?.message).toBe('/id must match format "mx-event-id"');
    expect(finding?.actual).toMatch(/… \(10000001 characters\)$/);
    expect(finding?.actual.length).toBeLessThan(250);
  });

  test('with a property name of 10 MB is told in a few words', async () => {
    const [finding] = await judge(received(200, { ['k'.repeat(10_000_000)]: 'x' }), schema);
    expect(JSON.stringify(finding).length).toBeLessThan(1000);
  });

  test('with a million wrong items is one finding', async () => {
    const findings = await judge(
      received(200, Array(1_000_000).fill('x')),
      '{ items: { type: integer } }',
    );
    expect(findings).toMatchObject([{ message: '/0 must be integer', actual: '"x"' }]);
  });

  test('that is nested deeper than the stack is an error with a sentence', async () => {
    const deep: unknown = JSON.parse(`${'{"x":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
    const text = documentOf('{ $ref: tree.yaml }');
    const folder = await folderOf({
      'a.yaml': text,
      'tree.yaml': 'properties: { x: { $ref: tree.yaml } }\n',
    });
    const specification = await loadSpecification(join(folder, 'a.yaml'));
    const validator = createResponseValidator(specification);
    const response = received(200, {}, { json: { ok: true, value: deep } });
    expect(() => validator.judge(specification.operation('getThing'), response)).toThrow(
      'the body is nested too deeply to be held against its schema',
    );
  });

  test('that is nested deeply and of a wrong sort is told in a few words', async () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    const [finding] = await judge(received(200, {}, { json: { ok: true, value: deep } }));
    expect(finding?.message).toBe('the body must be object');
    expect(finding?.actual.length).toBeLessThan(250);
  });
});
