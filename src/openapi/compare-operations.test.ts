import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { compareOperations } from './compare-operations.ts';

const spec = new URL('../../spec/', import.meta.url);
const ours = new URL('api/client-server/', spec);

/** What the comparison says once a piece of one of our documents reads differently. */
function differencesAfter(name: string, from: string, to: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'compare-operations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(spec, folder, { recursive: true });
  const changed = new URL('api/client-server/', pathToFileURL(`${folder}/`));
  const text = readFileSync(new URL(name, changed), 'utf8');
  expect(text).toContain(from);
  writeFileSync(new URL(name, changed), text.replace(from, to));
  return compareOperations(ours, changed);
}

test('documents have no difference from themselves', () => {
  expect(compareOperations(ours, ours)).toEqual([]);
});

test.each([
  ['a method', 'whoami.yaml', 'get:', 'put:', 'request GET /_matrix/client/v3/account/whoami'],
  ['a path', 'whoami.yaml', '/whoami:', '/who:', 'request GET /_matrix/client/v3/account/whoami'],
  ['a base path', 'versions.yaml', 'default: /_matrix/client', 'default: /', 'request GET'],
  ['a status', 'leaving.yaml', '"429"', '"430"', 'response 429 is documented'],
  ['a media type', 'whoami.yaml', 'application/json', 'text/json', '200 is application/json'],
  ['a required parameter', 'room_state.yaml', 'required: true', 'required: false', 'roomId is'],
  ['a parameter', 'room_state.yaml', 'name: roomId', 'name: room', 'path parameter roomId is'],
  ['the security', 'versions.yaml', '- {}', '', 'security: none'],
  ['an operation', 'whoami.yaml', 'getTokenOwner', 'whoami', 'response 401 is documented'],
  ['a required property', 'login.yaml', '- device_id', '', '200/device_id is required'],
  ['a type', 'versions.yaml', 'type: boolean', 'type: string', '/unstable_features/*: type'],
  ['a property deep inside', 'sync.yaml', 'm.heroes', 'm.members', '/summary/m.heroes/[]: type'],
  ['a type in an array', 'definitions/auth_response.yaml', 'string', 'integer', 'stages/[]: type'],
  ['a body', 'kicking.yaml', '- user_id', '- reason', 'request body/user_id is required'],
  ['a shared type', 'definitions/client_event_without_room_id.yaml', 'int64', 'int32', 'int64'],
])('%s that differs is named', (_what, name, from, to, fact) => {
  const differences = differencesAfter(name, from, to);
  expect(
    differences.filter((line) => line.includes('only ours') && line.includes(fact)),
  ).not.toEqual([]);
});

test('a type that differs is one line on each side', () => {
  expect(differencesAfter('versions.yaml', 'boolean', 'string')).toMatchInlineSnapshot(`
    [
      "getVersions, only ours: response 200/unstable_features/*: type "boolean"",
      "getVersions, only official: response 200/unstable_features/*: type "string"",
    ]
  `);
});

test('an operation that one side does not have is named', () => {
  expect(differencesAfter('logout.yaml', 'operationId: logout', 'operationId: leave')).toContain(
    'logout, only official: no such operation',
  );
});

test('an operation id that two operations share is refused', () => {
  expect(() => differencesAfter('banning.yaml', 'operationId: unban', 'operationId: ban')).toThrow(
    'banning.yaml: a second operation ban',
  );
});
