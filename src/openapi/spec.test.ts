import { existsSync, readdirSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { compareOperations, readOperationFacts } from './compare-operations.ts';
import { asMapping, followReference, type Place, readDocument } from './follow-reference.ts';

const spec = new URL('../../spec/', import.meta.url);
const ours = new URL('api/client-server/', spec);
const official = new URL('../../../shared/matrix-spec/api/client-server/', import.meta.url);

const predates = 'The seed document is older than the formats, and is kept as it is.';
const renamed = 'The seed document has another name for the same bearer scheme.';
const space = 'The official space only keeps two path keys apart; both mean the same path.';
const either = 'With oneOf no whole event would do, as the other branch takes every object.';

/** Each difference from the official documents that stays on purpose, and why. */
const onPurpose: Readonly<Record<string, string>> = {
  'setRoomStateWithKey, only ours: security: accessToken (http bearer)': renamed,
  'setRoomStateWithKey, only official: security: accessTokenBearer (http bearer)': renamed,
  'setRoomStateWithKey, only official: path parameter roomId: format "mx-room-id"': predates,
  'setRoomStateWithKey, only official: path parameter roomId: pattern "^!"': predates,
  'setRoomStateWithKey, only official: response 200/event_id: format "mx-event-id"': predates,
  'setRoomStateWithKey, only official: response 200/event_id: pattern "^\\\\$"': predates,
  'inviteUser, only ours: request POST /_matrix/client/v3/rooms/{roomId}/invite': space,
  'inviteUser, only official: request POST /_matrix/client/v3/rooms/{roomId}/invite ': space,
  'getRoomStateWithKey, only ours: response 200: anyOf': either,
  'getRoomStateWithKey, only official: response 200: oneOf': either,
};

const files = readdirSync(spec, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readDocument(new URL(name, spec)));

/** Every mapping at or below a value, but for what an example says. */
function* mappings(value: unknown, isNames = false): Generator<Readonly<Record<string, unknown>>> {
  if (Array.isArray(value)) for (const item of value) yield* mappings(item);
  const mapping = asMapping(value);
  if (!isNames) yield mapping;
  for (const [key, inner] of Object.entries(mapping)) {
    // Below `properties` a key is a name, and a property may be named `example`.
    if (isNames || !['example', 'examples'].includes(key)) {
      yield* mappings(inner, !isNames && ['properties', 'patternProperties'].includes(key));
    }
  }
}

/** Every example beside the schema that it has to satisfy. */
function* examples({ value }: Place): Generator<{ schema: unknown; example: unknown }> {
  for (const mapping of mappings(value)) {
    const schema = mapping.schema ?? mapping;
    if (mapping.example !== undefined) yield { schema, example: mapping.example };
    for (const named of Object.values(asMapping(mapping.examples))) {
      yield { schema, example: asMapping(named).value };
    }
  }
}

/** The same value with every `$ref` made absolute, so that it can be compiled on its own. */
function absolute(value: unknown, file: URL): AnySchemaObject {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    key === '$ref' && typeof inner === 'string' ? new URL(inner, file).href : inner,
  );
}

describe('the documents in spec/', () => {
  test('describe every operation that the suites call', () => {
    expect([...readOperationFacts(ours).keys()].sort().join(' ')).toMatchInlineSnapshot(
      `"ban createRoom deactivateAccount deleteRoomAlias getAdminLockUser getAdminSuspendUser getCapabilities getJoinedMembersByRoom getLocalAliases getLoginFlows getMembersByRoom getOneRoomEvent getRoomIdByAlias getRoomState getRoomStateWithKey getTokenOwner getVersions inviteUser joinRoom joinRoomById kick leaveRoom login logout logout_all redactEvent register sendMessage setAccountData setAdminLockUser setAdminSuspendUser setRoomAlias setRoomStateWithKey sync unban"`,
    );
  });

  test('hold no $ref that leads nowhere or out of spec/', () => {
    const references = files.flatMap(({ file, value }) =>
      [...mappings(value)].flatMap(({ $ref }) =>
        typeof $ref === 'string' ? [{ $ref, file }] : [],
      ),
    );
    expect(references.length).toBeGreaterThan(0);
    for (const { $ref, file } of references) {
      expect(followReference($ref, file).file.href.startsWith(spec.href), $ref).toBe(true);
    }
  });

  test('hold no example that breaks the schema beside it', () => {
    const ajv = new Ajv2020({ strictTypes: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addVocabulary(['example', 'x-addedInMatrixVersion', 'x-pattern-format']);
    // A reference into an OpenAPI document makes Ajv read the words around it as a schema too.
    ajv.addVocabulary(['openapi', 'info', 'paths', 'servers', 'components']);
    ajv.addFormat('mx-user-id', /^@[^:]+:./);
    ajv.addFormat('mx-room-id', /^![^:]+:./);
    ajv.addFormat('mx-room-alias', /^#[^:]+:./);
    ajv.addFormat('mx-event-id', /^\$./);
    ajv.addFormat('mx-mxc-uri', /^mxc:\/\/[^/]+\/./);
    ajv.addFormat('mx-server-name', /^[\w.-]+(:\d+)?$/);
    for (const { file, value } of files) ajv.addSchema(absolute(value, file), file.href);

    const found = files.flatMap((place) =>
      [...examples(place)].map((pair) => ({ ...pair, place })),
    );
    expect(found.length).toBeGreaterThan(0);
    const broken = found.flatMap(({ schema, example, place }) => {
      const validate = ajv.compile(absolute(schema, place.file));
      if (validate(example)) return [];
      return [
        `${place.file.pathname}: ${JSON.stringify(example)} ${ajv.errorsText(validate.errors)}`,
      ];
    });
    expect(broken).toEqual([]);
  });

  const isMissing = !existsSync(official);
  const condition = isMissing ? ' (skipped: ../shared/matrix-spec is not there)' : '';
  test.skipIf(isMissing)(`differ from the official ones only on purpose${condition}`, () => {
    const differences = compareOperations(ours, official);
    expect(differences.filter((difference) => !(difference in onPurpose))).toEqual([]);
    expect(Object.keys(onPurpose).filter((listed) => !differences.includes(listed))).toEqual([]);
  });
});
