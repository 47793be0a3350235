import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSpecification } from '../openapi/load-specification.ts';
import type { Specification } from '../openapi/specification.ts';
import { errata } from './errata.ts';
import { overlays } from './overlays.ts';
import { received } from './received-response.fixture.ts';
import { createResponseValidator, type ResponseValidator } from './response-validator.ts';

const own = fileURLToPath(new URL('../../spec', import.meta.url));
let specification: Specification;
let validator: ResponseValidator;

beforeAll(async () => {
  specification = await loadSpecification(own);
  validator = createResponseValidator(specification);
});

const alice = '@alice:example.org';
const member = {
  type: 'm.room.member',
  state_key: alice,
  event_id: '$a',
  sender: alice,
  room_id: '!a:example.org',
  origin_server_ts: 1,
  content: { membership: 'join' },
};
const { state_key: _, ...message } = member;
const synced = (events: unknown[], part = 'state', section = 'join') => ({
  next_batch: 's1',
  rooms: { [section]: { '!a:example.org': { [part]: { events } } } },
});

/** By operation: answers that are right, and such as the document alone would pass. */
const answers: Readonly<Record<string, { right: unknown[]; wrong: unknown[] }>> = {
  getRoomState: { right: [[], [member]], wrong: [[member, message]] },
  getMembersByRoom: {
    right: [{ chunk: [] }, { chunk: [member] }],
    wrong: [{}, { chunk: [message] }, { chunk: [{ ...member, type: 'm.room.topic' }] }],
  },
  getJoinedMembersByRoom: {
    right: [{ joined: {} }, { joined: { [alice]: { display_name: 'Alice' } } }],
    wrong: [{}, { joined: { alice: {} } }],
  },
  getRoomIdByAlias: {
    right: [{ room_id: '!a:example.org' }],
    wrong: [{}, { servers: ['example.org'] }],
  },
  redactEvent: { right: [{ event_id: '$a' }], wrong: [{}] },
  getLoginFlows: { right: [{ flows: [] }], wrong: [{}] },
  register: {
    right: [{ user_id: alice }, { user_id: alice, access_token: 'x', device_id: 'y' }],
    wrong: [{ user_id: alice, access_token: 'x' }],
  },
  sync: {
    right: [{ next_batch: 's1' }, synced([member]), synced([message], 'timeline')],
    wrong: [
      synced([message]),
      synced([message], 'state_after'),
      synced([message], 'state', 'leave'),
    ],
  },
};

test('each overlay that demands something has answers to be tried on', () => {
  expect(Object.keys(answers)).toEqual(
    overlays.filter(({ adds }) => adds !== undefined).map(({ operation }) => operation),
  );
});

describe.each(Object.entries(answers))('the 200 of %s', (operationId, { right, wrong }) => {
  const judge = (body: unknown) =>
    validator.judge(specification.operation(operationId), received(200, body));

  test.each(right.map((body) => [body]))('is right as %j', (body) =>
    expect(judge(body)).toEqual([]),
  );

  test.each(wrong.map((body) => [body]))('is wrong as %j', (body) => {
    expect(judge(body)).toMatchObject([
      { severity: 'violation', requirement: 'every-response/body-matches-its-schema' },
    ]);
  });
});

test('every 200 whose schema takes any object is in the table, with a reason', () => {
  const isKnown = (operationId: string) =>
    errata.some(({ operation, status }) => operation === operationId && status === '200');
  const weak = specification.operations.filter((operation) => {
    const findings = validator.judge(operation, received(200, {}));
    return operation.responses['200'] !== undefined && findings.length === 0;
  });
  expect(weak.length).toBeGreaterThan(5);
  expect(weak.filter(({ operationId }) => !isKnown(operationId))).toEqual([]);
});
