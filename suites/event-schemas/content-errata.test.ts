import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contentErrata } from './content-errata.ts';

const official = new URL('../../../shared/matrix-spec/event-schemas/schema/', import.meta.url);

/** Whether the official schema of a content takes it, as far as its own words say. */
function takes(eventType: string, content: object): boolean {
  const schema = parse(readFileSync(new URL(`${eventType}.yaml`, official), 'utf8'));
  const text = JSON.stringify(schema.properties.content, (key, value) =>
    key === '$ref' ? undefined : value,
  );
  return new Ajv2020({ strict: false, validateFormats: false }).validate(JSON.parse(text), content);
}

describe('the official event schemas (skipped where ../shared/matrix-spec is not there)', () => {
  const known = Object.values(contentErrata);

  test.skipIf(!existsSync(official))('refuse each content of an erratum', () => {
    for (const { eventType, contents, link } of known) {
      expect(link).toMatch(/^https:\/\/spec\.matrix\.org\/latest\/client-server-api\/#mroom/);
      for (const content of contents) expect(takes(eventType, content)).toBe(false);
    }
  });

  test.skipIf(!existsSync(official))('take what is no erratum', () => {
    expect(takes('m.room.name', { name: '' })).toBe(true);
    expect(takes('m.room.topic', { topic: '' })).toBe(true);
    expect(takes('m.room.canonical_alias', {})).toBe(true);
  });
});
