import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { documentOf, folderOf } from '../openapi/folder.fixture.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { errata } from './errata.ts';
import { received } from './received-response.fixture.ts';
import { createResponseValidator } from './response-validator.ts';

const official = fileURLToPath(
  new URL('../../../shared/matrix-spec/api/client-server', import.meta.url),
);
const event = {
  type: 'm.room.topic',
  state_key: '',
  event_id: '$a',
  sender: '@alice:example.org',
  room_id: '!a:example.org',
  origin_server_ts: 1,
  content: { topic: 'x' },
};

describe('the official documents (skipped where ../shared/matrix-spec is not there)', () => {
  test.skipIf(!existsSync(official))('each erratum is about a response that is there', async () => {
    const specification = await loadSpecification(official);
    for (const { operation, status, link } of errata) {
      if (operation !== '*')
        expect(specification.operation(operation).responses[status]).toBeDefined();
      expect(link).toMatch(/^https:\/\/spec\.matrix\.org\/latest\//);
    }
  });

  test.skipIf(!existsSync(official))(
    'a right answer to ?format=event is a note, as it matches both branches',
    async () => {
      const specification = await loadSpecification(join(official, 'rooms.yaml'));
      const { judge } = createResponseValidator(specification);
      const operation = specification.operation('getRoomStateWithKey');
      expect(judge(operation, received(200, { topic: 'x' }))).toEqual([]);
      expect(judge(operation, received(200, event))).toMatchInlineSnapshot(`
        [
          {
            "actual": "{"type":"m.room.topic","state_key":"","event_id":"$a","sender":"@alice:example.org","room_id":"!a:example.org","origin_server_ts":1,"content":{"topic":"x"}}",
            "expected": "match exactly one schema in oneOf, but matches numbers 0 and 1 of them",
            "kind": "schema",
            "message": "the document would refuse this, by a known erratum: a state event is an object too, so each right answer to ?format=event is both",
            "place": "oneOf",
            "requirement": "every-response/body-matches-its-schema",
            "severity": "note",
            "subject": "the 200 of getRoomStateWithKey",
          },
        ]
      `);
      expect(judge(operation, received(200, []))).toMatchObject([{ severity: 'violation' }]);
    },
  );
});

test.each([
  ['$Rqnc-F-dvnEYJTyHq_iKxU2bZ1CI92-kuZq3a5lr5Zg', []],
  ['$143273582443PhrSn:example.org', []],
  ['YUwRidLecu:example.com', ['/event_id must match format "mx-event-id"']],
  [`$${'a'.repeat(255)}`, ['/event_id must match format "mx-event-id"']],
])('the event id %s of a sent state event is judged by its grammar', async (event_id, messages) => {
  const text = documentOf('{ properties: { event_id: { type: string } } }').replace(
    'getThing',
    'setRoomStateWithKey',
  );
  const specification = await loadSpecification(await folderOf({ 'a.yaml': text }));
  const { judge } = createResponseValidator(specification);
  const findings = judge(
    specification.operation('setRoomStateWithKey'),
    received(200, { event_id }),
  );
  expect(findings.map(({ message }) => message)).toEqual(messages);
});
