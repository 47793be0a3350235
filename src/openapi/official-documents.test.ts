import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadSpecification } from './load-specification.ts';

const official = fileURLToPath(new URL('../../../shared/matrix-spec', import.meta.url));
const isMissing = !existsSync(official);

describe('the official documents (skipped where ../shared/matrix-spec is not there)', () => {
  test.skipIf(isMissing)(
    'a folder without a root document has 72 documents and 166 operations',
    async () => {
      const specification = await loadSpecification(join(official, 'api/client-server'));
      expect(specification.documents).toBe(72);
      expect(specification.operations).toHaveLength(166);
      expect(new Set(specification.operations.map(({ api }) => api))).toEqual(
        new Set(['client-server']),
      );
      expect(specification.operations.filter(({ path }) => path !== path.trim())).toEqual([]);
    },
  );

  test.skipIf(isMissing)(
    'the folder above has all five APIs, and ids that repeat over them',
    async () => {
      const specification = await loadSpecification(official);
      expect(specification.documents).toBe(113);
      expect(specification.operations).toHaveLength(235);
      expect(specification.operation('getVersions', 'identity').path).toBe(
        '/_matrix/identity/versions',
      );
      expect(specification.operation('getVersions').path).toBe('/_matrix/client/versions');
    },
  );

  test.skipIf(isMissing)(
    'an operation has its path, its parameters and the place where it stands',
    async () => {
      const specification = await loadSpecification(join(official, 'api/client-server/rooms.yaml'));
      const found = specification.operation('getRoomStateWithKey');
      const { location, responses, ...operation } = found;
      // Of the place where the documents lie the URIs hold more than a test can know.
      const parameters = found.parameters.map((one) => ({
        ...one,
        schema: one.schema?.replace(/^file:.*\/api\//, ''),
      }));
      expect({ ...operation, parameters }).toMatchInlineSnapshot(`
        {
          "api": "client-server",
          "isAuthenticated": true,
          "method": "GET",
          "operationId": "getRoomStateWithKey",
          "parameters": [
            {
              "in": "path",
              "name": "roomId",
              "required": true,
              "schema": "client-server/rooms.yaml#/paths/~1rooms~1%7BroomId%7D~1state~1%7BeventType%7D~1%7BstateKey%7D/get/parameters/0/schema",
            },
            {
              "in": "path",
              "name": "eventType",
              "required": true,
              "schema": "client-server/rooms.yaml#/paths/~1rooms~1%7BroomId%7D~1state~1%7BeventType%7D~1%7BstateKey%7D/get/parameters/1/schema",
            },
            {
              "in": "path",
              "name": "stateKey",
              "required": true,
              "schema": "client-server/rooms.yaml#/paths/~1rooms~1%7BroomId%7D~1state~1%7BeventType%7D~1%7BstateKey%7D/get/parameters/2/schema",
            },
            {
              "in": "query",
              "name": "format",
              "required": false,
              "schema": "client-server/rooms.yaml#/paths/~1rooms~1%7BroomId%7D~1state~1%7BeventType%7D~1%7BstateKey%7D/get/parameters/3/schema",
            },
          ],
          "path": "/_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}",
          "requestMediaTypes": [],
          "summary": "Get the state identified by the type and key.",
        }
      `);
      expect(Object.keys(responses)).toEqual(['200', '403', '404']);
      expect(location.file).toMatch(/rooms\.yaml$/);
      expect(location.line).toBeGreaterThan(20);
      expect(location.column).toBe(5);
    },
  );
});
