import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkExamples } from './check-examples.ts';
import type { Examples } from './check-once.ts';
import { allRules } from './rules.ts';

const official = fileURLToPath(new URL('../../../shared/matrix-spec', import.meta.url));
const isMissing = !existsSync(official);

describe.skipIf(isMissing)(
  'the official documents (skipped where ../shared/matrix-spec is not there)',
  () => {
    let found: Examples;
    beforeAll(async () => {
      found = await checkExamples([official]);
    });

    test('more than 1,600 values are held against their schemas, and nothing is left unchecked', () => {
      expect(found.checked.examples).toBeGreaterThanOrEqual(1600);
      expect(found.checked.operations).toBe(235);
      expect(found.unchecked).toEqual([]);
    });

    test('the icon that gitter lacks is found at the line of gitter', () => {
      const [icon] = found.findings.filter(({ file }) => file.endsWith('third_party_lookup.yaml'));
      expect(icon).toMatchObject({ rule: 'example-matches-schema', line: 70, column: 29 });
      expect(icon?.message).toBe('/gitter lacks the required property "icon"');
      expect(icon?.schema?.file).toMatch(/application-service\/definitions\/protocol_base\.yaml$/);
    });

    test('all that is found was looked at by hand: reports/ says why each is a defect', () => {
      const places = found.findings.map(
        ({ file, line, rule }) => `${file.slice(official.length)}:${line} ${rule}`,
      );
      expect(places).toMatchInlineSnapshot(`
        [
          "/api/client-server/definitions/m.relates_to.yaml:20 example-matches-schema",
          "/api/client-server/definitions/olm_plaintext.yaml:68 example-matches-schema",
          "/api/client-server/definitions/olm_plaintext.yaml:69 example-matches-schema",
          "/api/client-server/definitions/olm_plaintext.yaml:70 example-matches-schema",
          "/api/client-server/definitions/olm_plaintext.yaml:79 example-matches-schema",
          "/api/client-server/definitions/room_key_bundle.yaml:78 example-matches-schema",
          "/api/client-server/inviting.yaml:21 path-key-is-clean",
          "/api/client-server/peeking_events.yaml:21 path-key-is-clean",
          "/api/client-server/third_party_lookup.yaml:70 example-matches-schema",
        ]
      `);
    });

    test('one API alone, and one document, tell the same of it', async () => {
      const name = 'api/client-server/third_party_lookup.yaml';
      for (const path of ['api/client-server', name]) {
        const { findings } = await checkExamples([join(official, path)]);
        expect(findings.map(({ fingerprint }) => fingerprint)).toContain(
          found.findings.find(({ file }) => file.endsWith(name))?.fingerprint,
        );
      }
    });

    test('rules that find style in the official documents are not on by default', async () => {
      const { findings } = await checkExamples([official], { rules: allRules.map(({ id }) => id) });
      const counts = new Map<string, number>();
      for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
      for (const { id, isDefault } of allRules)
        if (!isDefault) expect(counts.get(id), id).toBeGreaterThan(0);
    });
  },
);
