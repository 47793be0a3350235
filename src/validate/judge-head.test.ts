import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { documentOf, folderOf } from '../openapi/folder.fixture.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import type { Finding } from './finding.ts';
import { received, receivedText } from './received-response.fixture.ts';
import type { ReceivedResponse } from './received-response.ts';
import { createResponseValidator } from './response-validator.ts';

const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html' };

/** By one operation, below `/_matrix/`, whose 200 is JSON. */
async function judged(status: number, headers: Readonly<Record<string, string>>, more = '') {
  const text = documentOf('{ type: object }', more).replace('/thing', '/_matrix/thing');
  const specification = await loadSpecification(await folderOf({ 'a.yaml': text }));
  const { findings, isWhole } = createResponseValidator(specification).judgeHead(
    specification.operation('getThing'),
    { status, headers },
  );
  const told = findings.map((one) => `${one.severity} ${one.requirement.split('/')[1]}`);
  return { isWhole, told };
}

describe('of an answer whose body nobody has', () => {
  test.each([
    [200, json, [], false],
    [200, html, ['violation content-type-is-json'], false],
    [200, { 'x-a': 'b' }, ['violation content-type-is-json'], false],
    [403, json, ['note status-is-documented'], false],
    [403, html, ['violation content-type-is-json'], false],
    [201, json, ['violation status-is-documented'], true],
    [500, html, ['violation no-server-error'], true],
  ] as const)('%d with %j says %j', async (status, headers, told, isWhole) => {
    expect(await judged(status, headers)).toEqual({ told, isWhole });
  });

  test('a header that the document requires is missed', async () => {
    const more = '          headers: { Location: { required: true, schema: { type: string } } }\n';
    expect(await judged(200, json, more)).toMatchObject({
      told: ['violation headers-match-their-schemas'],
    });
  });

  test('nothing is said of headers where none were recorded', async () => {
    const more = '          headers: { Location: { required: true, schema: { type: string } } }\n';
    expect(await judged(200, {}, more)).toEqual({ told: [], isWhole: false });
    expect(await judged(404, {})).toMatchObject({ told: ['note status-is-documented'] });
    expect(await judged(500, {})).toMatchObject({ told: ['violation no-server-error'] });
  });
});

const bodies = (status: number): readonly ReceivedResponse[] => [
  received(status, {}),
  received(status, []),
  received(status, { errcode: 'M_FORBIDDEN', error: 'No' }),
  received(status, { flows: [], session: 's' }),
  receivedText(status, '', 'application/json'),
  receivedText(status, '<html>', 'application/json'),
];
const official = fileURLToPath(
  new URL('../../../shared/matrix-spec/api/client-server', import.meta.url),
);

test.skipIf(!existsSync(official))(
  'what is said without a body of the official operations is said whatever the body is (skipped where ../shared/matrix-spec is not there)',
  async () => {
    const specification = await loadSpecification(official);
    const validator = createResponseValidator(specification);
    const types = ['application/json', 'text/html', 'image/png', 'application/octet-stream'];
    const allHeaders = [...types.map((type) => ({ 'content-type': type })), { server: 'x' }, {}];
    const wrong: string[] = [];
    for (const operation of [undefined, ...specification.operations]) {
      for (const status of [200, 201, 204, 206, 302, 400, 401, 403, 404, 429, 500, 502]) {
        for (const headers of allHeaders) {
          const { findings, isWhole } = validator.judgeHead(operation, { status, headers });
          const said = findings.filter(({ severity }) => severity === 'violation');
          for (const body of bodies(status)) {
            const all = validator.judge(operation, { ...body, headers }).map(keyOf);
            const isTrue = said.map(keyOf).every((one) => all.includes(one));
            // What is said to be all there is must be all there is.
            const isAll = !isWhole || all.length === findings.length;
            if (!isTrue || !isAll) wrong.push(`${operation?.operationId} ${status}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  },
);

function keyOf({ requirement, message, actual }: Finding): string {
  return [requirement, message, actual].join('\n');
}
