import { describe, expect, test } from 'vitest';
import { loadSpecification } from './load-specification.ts';
import { createOperationIndex } from './operation-index.ts';

const { operations } = await loadSpecification('spec/api/client-server');
const index = createOperationIndex(operations);

const room = '/_matrix/client/v3/rooms/!a:hs.test';

describe('an operation is found by its method and path', () => {
  test.each([
    ['GET', '/_matrix/client/v3/sync', 'sync', {}],
    ['GET', `${room}/state`, 'getRoomState', { roomId: '!a:hs.test' }],
    [
      'PUT',
      `${room}/state/m.room.topic/`,
      'setRoomStateWithKey',
      { roomId: '!a:hs.test', eventType: 'm.room.topic', stateKey: '' },
    ],
    [
      'PUT',
      `${room}/state/m.room.topic`,
      'setRoomStateWithKey',
      { roomId: '!a:hs.test', eventType: 'm.room.topic', stateKey: '' },
    ],
    [
      'GET',
      '/_matrix/client/v3/rooms/%21a%2Fb/state/m%2ex/%zz',
      'getRoomStateWithKey',
      { roomId: '!a/b', eventType: 'm.x', stateKey: '%zz' },
    ],
    ['GET', '/.well-known/matrix/client', undefined, {}],
    ['POST', '/_matrix/client/v3/sync', undefined, {}],
    ['GET', '/_matrix/client/v3/rooms//state', undefined, {}],
    ['GET', `${room}/state/a/b/c`, undefined, {}],
    ['GET', `/${'a/'.repeat(5000)}`, undefined, {}],
    ['GET', '', undefined, {}],
  ])('%s %s is %s', (method, path, operationId, parameters) => {
    const found = index.find(method, path);
    expect(found?.operation.operationId).toBe(operationId);
    if (found !== undefined) expect(found.parameters).toEqual(parameters);
    expect(found?.askedVersion).toBeUndefined();
  });
});

test.each(['r0', 'v1', 'unstable'])('another version of a path, %s, is told', (version) => {
  const found = index.find('GET', `/_matrix/client/${version}/sync`);
  expect(found).toMatchObject({ operation: { operationId: 'sync' }, askedVersion: version });
  expect(index.find('GET', '/_matrix/client/x1/sync')).toBeUndefined();
});
