import { describe, expect, test } from 'vitest';
import { requirements } from './judge.fixture.ts';
import { received, receivedText } from './received-response.fixture.ts';

const standard = { errcode: 'M_FORBIDDEN', error: 'No.' };

describe('a status that is not documented', () => {
  test('is a violation as success, as a redirect and as a failure of the homeserver', async () => {
    expect(await requirements(received(201, {}))).toEqual(['violation status-is-documented']);
    expect(await requirements(received(302, {}))).toEqual(['violation status-is-documented']);
    expect(await requirements(received(500, standard))).toEqual(['violation no-server-error']);
  });

  test.each([400, 401, 403, 404, 405, 413, 429])(
    'is a note as a standard error %i',
    async (status) => {
      expect(await requirements(received(status, standard))).toEqual(['note status-is-documented']);
    },
  );

  test.each([
    ['an errcode alone', { errcode: 'M_FORBIDDEN' }],
    ['an error alone', { error: 'No.' }],
    ['an errcode in small letters', { errcode: 'forbidden', error: 'No.' }],
    ['a list', [standard]],
    ['null', null],
    ['flows that the document does not know', { flows: [] }],
  ])('is a violation as an error with %s', async (_, body) => {
    expect(await requirements(received(401, body))).toEqual(['violation error-is-standard']);
  });

  test('is a violation as an error in HTML', async () => {
    const html = receivedText(404, '<html>', 'text/html');
    expect(await requirements(html)).toEqual([
      'violation content-type-is-json',
      'violation body-is-json',
    ]);
  });
});

describe('statuses by range', () => {
  const more = `        4XX: { description: Wrong. }
        default: { description: Else. }
`;
  test('4XX and default are documented, and default does not allow a failure', async () => {
    expect(await requirements(received(404, standard), undefined, more)).toEqual([]);
    expect(await requirements(received(404, {}), undefined, more)).toEqual([
      'violation error-is-standard',
    ]);
    expect(await requirements(received(302, {}), undefined, more)).toEqual([]);
    expect(await requirements(received(502, standard), undefined, more)).toEqual([
      'violation no-server-error',
    ]);
  });
});
