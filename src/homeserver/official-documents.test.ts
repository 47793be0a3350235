import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSpecification } from '../openapi/load-specification.ts';
import type { Specification } from '../openapi/specification.ts';
import { createResponseValidator, type ResponseValidator } from '../validate/response-validator.ts';
import type { JsonObject } from './events/json.ts';
import { roomVersions } from './rooms/room-version.ts';
import { type Answer, api, visit } from './visit.fixture.ts';

const official = fileURLToPath(
  new URL('../../../shared/matrix-spec/api/client-server', import.meta.url),
);
const isMissing = !existsSync(official);
const condition = isMissing ? ' (skipped: ../shared/matrix-spec is not there)' : '';

/** Who asks what: `R` in a path is the room, `E` an event of it, `B` an alias. */
type Step = readonly [
  who: 'alice' | 'bob' | 'nobody' | 'service',
  operationId: string,
  method: string,
  path: string,
  body?: JsonObject | string,
];

const accounts: readonly Step[] = [
  ['nobody', 'getVersions', 'GET', '/_matrix/client/versions'],
  ['nobody', 'getLoginFlows', 'GET', '/login'],
  ['nobody', 'register', 'POST', '/register', { username: 'x', password: 'x' }],
  ['nobody', 'register', 'POST', '/register', { username: 'alice', password: 'x' }],
  ['nobody', 'register', 'POST', '/register?kind=guest', {}],
  [
    'service',
    'register',
    'POST',
    '/register',
    { type: 'm.login.application_service', username: 'z' },
  ],
  [
    'nobody',
    'login',
    'POST',
    '/login',
    { type: 'm.login.password', user: 'alice', password: 'secret' },
  ],
  [
    'nobody',
    'login',
    'POST',
    '/login',
    { type: 'm.login.password', user: 'alice', password: 'wrong' },
  ],
  ['nobody', 'login', 'POST', '/login', { type: 'none' }],
  ['alice', 'getPushRules', 'GET', '/pushrules/'],
  ['alice', 'defineFilter', 'POST', '/user/@alice:reference.test/filter', { room: {} }],
  ['alice', 'getFilter', 'GET', '/user/@alice:reference.test/filter/0'],
  ['alice', 'getFilter', 'GET', '/user/@alice:reference.test/filter/7'],
  ['bob', 'defineFilter', 'POST', '/user/@alice:reference.test/filter', {}],
  ['alice', 'getCapabilities', 'GET', '/capabilities'],
  ['alice', 'getTokenOwner', 'GET', '/account/whoami'],
  ['service', 'getTokenOwner', 'GET', '/account/whoami'],
  ['alice', 'createRoom', 'POST', '/createRoom', { room_version: '99' }],
  ['bob', 'logout', 'POST', '/logout', {}],
  ['alice', 'logout_all', 'POST', '/logout/all', {}],
];

const room: readonly Step[] = [
  ['bob', 'sync', 'GET', '/sync'],
  ['bob', 'joinRoomById', 'POST', '/rooms/R/join', {}],
  ['bob', 'joinRoom', 'POST', '/join/R', {}],
  ['alice', 'setRoomStateWithKey', 'PUT', '/rooms/R/state/org.x/key', { a: 2 }],
  ['bob', 'setRoomStateWithKey', 'PUT', '/rooms/R/state/org.x/key', { a: 3 }],
  ['alice', 'setRoomStateWithKey', 'PUT', '/rooms/R/state/org.x/key', 'not json'],
  ['alice', 'setRoomStateWithKey', 'PUT', `/rooms/R/state/org.x/${'k'.repeat(256)}`, {}],
  ['alice', 'setRoomStateWithKey', 'PUT', '/rooms/R/state/m.room.canonical_alias', { alias: 'a' }],
  ['alice', 'getRoomStateWithKey', 'GET', '/rooms/R/state/org.x/key'],
  ['alice', 'getRoomStateWithKey', 'GET', '/rooms/R/state/org.x/key?format=event'],
  ['alice', 'getRoomStateWithKey', 'GET', '/rooms/R/state/org.x/none'],
  ['alice', 'getRoomState', 'GET', '/rooms/R/state'],
  ['alice', 'getOneRoomEvent', 'GET', '/rooms/R/event/E'],
  ['alice', 'getOneRoomEvent', 'GET', '/rooms/R/event/$none'],
  ['alice', 'getMembersByRoom', 'GET', '/rooms/R/members'],
  ['alice', 'getJoinedMembersByRoom', 'GET', '/rooms/R/joined_members'],
  [
    'alice',
    'sendMessage',
    'PUT',
    '/rooms/R/send/m.room.message/t1',
    { msgtype: 'm.text', body: 'x' },
  ],
  ['alice', 'redactEvent', 'PUT', '/rooms/R/redact/E/txn', { reason: 'typo' }],
  ['alice', 'getOneRoomEvent', 'GET', '/rooms/R/event/E'],
  [
    'alice',
    'sync',
    'GET',
    '/sync?filter=%7B%22room%22%3A%7B%22timeline%22%3A%7B%22limit%22%3A1%7D%7D%7D',
  ],
  ['alice', 'setRoomAlias', 'PUT', '/directory/room/B', {}],
  ['alice', 'getLocalAliases', 'GET', '/rooms/R/aliases'],
  ['alice', 'getRoomIdByAlias', 'GET', '/directory/room/B'],
  ['alice', 'deleteRoomAlias', 'DELETE', '/directory/room/B'],
  ['alice', 'kick', 'POST', '/rooms/R/kick', { user_id: '@bob:reference.test' }],
  ['alice', 'inviteUser', 'POST', '/rooms/R/invite', { user_id: '@bob:reference.test' }],
  ['bob', 'leaveRoom', 'POST', '/rooms/R/leave', {}],
  ['alice', 'ban', 'POST', '/rooms/R/ban', { user_id: '@bob:reference.test' }],
  ['bob', 'sync', 'GET', '/sync?since=s1'],
  ['alice', 'unban', 'POST', '/rooms/R/unban', { user_id: '@bob:reference.test' }],
];

describe.skipIf(isMissing)(`answers match the official documents${condition}`, () => {
  let specification: Specification;
  let validator: ResponseValidator;

  beforeAll(async () => {
    specification = await loadSpecification(official);
    validator = createResponseValidator(specification);
  });

  function judge(operationId: string, { status, headers: all, body }: Answer): readonly unknown[] {
    const operation = specification.operation(operationId, 'client-server');
    const headers = Object.fromEntries(Object.entries(all).map(([name, it]) => [name, String(it)]));
    const json = { ok: true, value: body } as const;
    const text = JSON.stringify(body);
    return validator
      .judge(operation, { status, headers, body: text, isUtf8: true, json })
      .filter(({ severity }) => severity !== 'note');
  }

  async function scene(room_version: string) {
    const applicationService = { token: 'as', senderLocalpart: 'bot' };
    const { ask, register } = await visit({ registration: { applicationService } });
    const [alice, bob] = [await register('alice'), await register('bob')];
    const tokens = { alice: alice.token, bob: bob.token, nobody: undefined, service: 'as' };
    const path = await alice.opens({ room_version, invite: [bob.id], room_alias_name: 'a' });
    const R = path.slice('/rooms/'.length);
    const E = (await alice.ask('PUT', `${path}/state/org.x/key`, { a: 1 })).body.event_id;
    const B = '%23b%3Areference.test';
    return async ([who, operationId, method, rawPath, body]: Step) => {
      const filled = rawPath.replace(/\bR\b/, R).replace(/\bE\b/, E).replace(/\bB\b/, B);
      const sent = rawPath === '/directory/room/B' ? { room_id: decodeURIComponent(R) } : body;
      const at = filled.startsWith('/_matrix') ? filled : `${api}${filled}`;
      const token = tokens[who];
      const answer = await ask(method, at, { token, ...(sent && { body: sent }) });
      return { operationId, status: answer.status, findings: judge(operationId, answer) };
    };
  }

  test.each(
    roomVersions.flatMap((version) => [
      [version, 'of accounts', accounts] as const,
      [version, 'of a room', room] as const,
    ]),
  )('in version %s, those %s', async (version, _, steps) => {
    const take = await scene(version);
    const taken = [];
    for (const step of steps) taken.push(await take(step));
    expect(taken.filter(({ findings }) => findings.length > 0)).toEqual([]);
    const successes = taken.filter(({ status }) => status === 200);
    expect(successes.length).toBeGreaterThan(steps.length / 2);
  });
});
