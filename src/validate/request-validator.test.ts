import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadSpecification } from '../openapi/load-specification.ts';
import { createRequestValidator } from './request-validator.ts';
import type { SentRequest } from './sent-request.ts';

const specification = await loadSpecification('spec/api/client-server');
const validator = createRequestValidator(specification);

function sent(body: string, changes: Partial<SentRequest> = {}): SentRequest {
  let json: SentRequest['json'] = { ok: false, message: 'it is not JSON' };
  try {
    json = { ok: true, value: JSON.parse(body) };
  } catch {}
  const headers = body === '' ? {} : { 'content-type': 'application/json' };
  const query = new URLSearchParams();
  return { headers, body, isUtf8: true, json, pathParameters: {}, query, ...changes };
}

function found(operationId: string, request: SentRequest): readonly string[] {
  return validator
    .judge(specification.operation(operationId), request)
    .map(({ requirement, place }) => [requirement.split('/')[1], place].join(' ').trim());
}

const topic = { roomId: '!a:b', eventType: 'm.room.topic', stateKey: '' };

describe('the body of a request', () => {
  test.each([
    ['createRoom', '{"preset":"private_chat"}', []],
    ['createRoom', '{"preset":"secret"}', ['body-matches-its-schema /preset enum']],
    ['createRoom', '{"preset":', ['body-is-json']],
    ['createRoom', '', ['body-is-json']],
    ['logout', '', []],
    ['sync', '', []],
  ])('of %s may be %s: %j', (operationId, body, expected) => {
    expect(found(operationId, sent(body))).toEqual(expected);
  });

  test('of another media type is read as JSON where the document has JSON alone', () => {
    const headers = { 'content-type': 'text/plain' };
    expect(found('createRoom', sent('{}', { headers }))).toEqual([]);
  });
});

describe('parameters', () => {
  test('of the query are texts, read as what their schemas want', () => {
    const asked = (query: string) => sent('', { query: new URLSearchParams(query) });
    expect(found('sync', asked('timeout=0&full_state=true&since=s1&unknown=1'))).toEqual([]);
    expect(found('sync', asked('timeout=soon&full_state=yes'))).toEqual([
      'parameters-match-their-schemas query full_state type',
      'parameters-match-their-schemas query timeout type',
    ]);
  });

  test('of the path keep to their patterns', () => {
    expect(found('getRoomStateWithKey', sent('', { pathParameters: topic }))).toEqual([]);
    const pathParameters = { ...topic, roomId: '#a:b' };
    expect(found('getRoomStateWithKey', sent('', { pathParameters }))).toEqual([
      'parameters-match-their-schemas path roomId pattern',
    ]);
  });

  test('that are required may not lack', () => {
    const { stateKey: _, ...pathParameters } = topic;
    expect(found('setRoomStateWithKey', sent('{}', { pathParameters }))).toEqual([
      'parameters-match-their-schemas path stateKey required',
    ]);
  });
});

const official = '../shared/matrix-spec/api';

test.skipIf(!existsSync(official))('every schema of official requests compiles', async () => {
  const { operations, ...rest } = await loadSpecification(official);
  const all = createRequestValidator({ operations, ...rest });
  expect(operations.length).toBeGreaterThan(200);
  for (const operation of operations) {
    const named = (where: string) =>
      operation.parameters
        .filter((one) => one.in === where)
        .map(({ name }) => [name, '1'] as const);
    const headers = { 'content-type': operation.requestMediaTypes[0] ?? 'application/json' };
    const parameters = {
      headers: { ...headers, ...Object.fromEntries(named('header')) },
      pathParameters: Object.fromEntries(named('path')),
      query: new URLSearchParams(Object.fromEntries(named('query'))),
    };
    expect(() => all.judge(operation, sent('{}', parameters))).not.toThrow();
  }
});
