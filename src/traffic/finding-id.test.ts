import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadSpecification } from '../openapi/load-specification.ts';
import { findingId, operationLabel } from './finding-id.ts';

const sync = { api: 'client-server', operationId: 'sync' };
const requirement = 'every-response/body-matches-its-schema';

describe('the id of a finding', () => {
  test.each([
    ['/rooms/join/* required', 'sync/200/body-matches-its-schema/rooms/join/*/required'],
    [undefined, 'sync/200/body-matches-its-schema'],
    ['/a"b/c: d\n type', 'sync/200/body-matches-its-schema/a_b/c_/d_/type'],
  ])('of the place %j is %s', (place, id) => {
    const at = { side: 'homeserver', operation: sync, status: 200, requirement } as const;
    expect(findingId(place === undefined ? at : { ...at, place })).toBe(id);
  });

  test("tells a client's fault from the homeserver's, and other APIs apart", () => {
    const operation = { api: 'server-server', operationId: 'getVersion' };
    const at = {
      side: 'client',
      operation,
      status: 400,
      requirement: 'every-request/body-is-json',
    };
    expect(findingId({ ...at, side: 'client' })).toBe(
      'server-server.getVersion/400/request/body-is-json',
    );
  });

  test('is never longer than a line can bear', () => {
    const at = { side: 'homeserver', operation: sync, status: 200, requirement } as const;
    expect(findingId({ ...at, place: `/${'a'.repeat(1000)} type` })).toHaveLength(300);
  });
});

const official = '../shared/matrix-spec/api';

test.skipIf(!existsSync(official))('no two official operations have the same label', async () => {
  const { operations } = await loadSpecification(official);
  const labels = operations.map(operationLabel);
  expect(new Set(labels).size).toBe(labels.length);
});
