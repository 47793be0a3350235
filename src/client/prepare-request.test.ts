import { describe, expect, test } from 'vitest';
import type { Operation, Parameter } from '../model/operation.ts';
import { prepareRequest } from './prepare-request.ts';

const parameter = (name: string, where: Parameter['in'], required = where === 'path') => ({
  name,
  in: where,
  required,
});

const operation: Operation = {
  api: 'client-server',
  operationId: 'putThing',
  method: 'PUT',
  path: '/_matrix/client/v3/rooms/{roomId}/thing/{key}',
  summary: '',
  parameters: [
    parameter('roomId', 'path'),
    parameter('key', 'path'),
    parameter('format', 'query'),
    parameter('via', 'query'),
    parameter('X-Demanded', 'header', true),
  ],
  requestMediaTypes: ['application/json', 'text/plain'],
  isAuthenticated: true,
  responses: {},
  location: { file: 'thing.yaml', line: 1, column: 1 },
};
const least = { roomId: '!r:hs', key: '', 'X-Demanded': 'yes' };

describe('each argument goes where the document puts it', () => {
  test('a path parameter is percent-encoded into its place', () => {
    const { path, method } = prepareRequest(operation, { ...least, key: 'a/b?c#$&' });
    expect(method).toBe('PUT');
    expect(path).toBe('/_matrix/client/v3/rooms/%21r%3Ahs/thing/a%2Fb%3Fc%23%24%26');
  });

  test('a value that looks like a place is not filled in', () => {
    const { path } = prepareRequest(operation, { ...least, roomId: '{key}', key: 'k' });
    expect(path).toBe('/_matrix/client/v3/rooms/%7Bkey%7D/thing/k');
  });

  test('an empty path parameter leaves its slash', () => {
    expect(prepareRequest(operation, least).path).toMatch(/\/thing\/$/);
  });

  test('a query parameter is percent-encoded, and a list of them repeated', () => {
    const { path } = prepareRequest(operation, { ...least, format: 'a&b=c d', via: ['x', 'y:1'] });
    expect(path).toMatch(/\/thing\/\?format=a%26b%3Dc%20d&via=x&via=y%3A1$/);
  });

  test('a header goes out under its lower-case name', () => {
    expect(prepareRequest(operation, least).headers['x-demanded']).toBe('yes');
  });

  test('the body is JSON, of the media type that the document prefers', () => {
    const { body, headers } = prepareRequest(operation, { ...least, body: { text: 'é' } });
    expect(new TextDecoder().decode(body)).toBe('{"text":"é"}');
    expect(headers['content-type']).toBe('application/json');
  });

  test('a body of null is a body', () => {
    const { body } = prepareRequest(operation, { ...least, body: null });
    expect(new TextDecoder().decode(body)).toBe('null');
  });

  test('without a body there is no content type', () => {
    const request = prepareRequest(operation, least);
    expect(request.body).toBeUndefined();
    expect(request.headers).not.toHaveProperty('content-type');
  });
});

describe('who asks', () => {
  const account = { userId: '@alice:hs', accessToken: 'alices-token' };

  test('an account sends its token', () => {
    const request = prepareRequest(operation, least, { name: 'alice', account });
    expect(request.headers.authorization).toBe('Bearer alices-token');
    expect(request.user).toBe('alice');
    expect(request.path).not.toContain('user_id');
  });

  test('a user of an application service is asserted in the query', () => {
    const caller = { name: 'alice', account: { ...account, masquerade: true } };
    expect(prepareRequest(operation, least, caller).path).toMatch(/\?user_id=%40alice%3Ahs$/);
    const more = prepareRequest(operation, { ...least, format: 'event' }, caller);
    expect(more.path).toMatch(/\?format=event&user_id=%40alice%3Ahs$/);
  });

  test('nobody sends no token', () => {
    expect(prepareRequest(operation, least).headers).not.toHaveProperty('authorization');
    const guest = prepareRequest(operation, least, { name: 'guest' });
    expect(guest.headers).not.toHaveProperty('authorization');
  });
});

describe('mistakes of a scenario are thrown', () => {
  test.each(['roomId', 'X-Demanded'])('the required %s is missing', (name) => {
    const args = { ...least, [name]: undefined };
    expect(() => prepareRequest(operation, args)).toThrow(`putThing needs the argument ${name}`);
  });

  test('an argument has no place in the document', () => {
    const args = { ...least, roomID: '!r:hs' };
    expect(() => prepareRequest(operation, args)).toThrow('putThing has no parameter roomID');
  });

  test('a body is given to an operation that has none', () => {
    const bodiless = { ...operation, requestMediaTypes: [] };
    const args = { ...least, body: {} };
    expect(() => prepareRequest(bodiless, args)).toThrow('putThing has no request body');
  });

  test('a cookie is asked for', () => {
    const baking = { ...operation, parameters: [parameter('session', 'cookie')] };
    expect(() => prepareRequest(baking, { session: 's' })).toThrow('sets a cookie, session');
  });
});
