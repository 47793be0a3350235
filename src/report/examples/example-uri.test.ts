import { expect, test } from 'vitest';
import { exampleUri, isUrl } from './example-uri.ts';

const uriBaseId = '%SRCROOT%';

test.each([
  ['api/room state.yaml', { uri: 'api/room%20state.yaml', uriBaseId }],
  ['a:b/c?d#e%20[é].yaml', { uri: 'a%3Ab/c%3Fd%23e%2520%5B%C3%A9%5D.yaml', uriBaseId }],
  ['one\ntwo\u001b.yaml', { uri: 'one%0Atwo%1B.yaml', uriBaseId }],
  ['\ud800.yaml', { uri: '%EF%BF%BD.yaml', uriBaseId }],
  ['back\\slash.yaml', { uri: 'back%5Cslash.yaml', uriBaseId }],
  ['/srv/a b.yaml', { uri: 'file:///srv/a%20b.yaml' }],
  ['C:\\docs\\a b.yaml', { uri: 'file:///C:/docs/a%20b.yaml' }],
  ['C:/docs/a.yaml', { uri: 'file:///C:/docs/a.yaml' }],
  ['https://spec.test/api v1.json', { uri: 'https://spec.test/api%20v1.json' }],
  ['http://[', { uri: 'http%3A//%5B', uriBaseId }],
  ['', { uri: '', uriBaseId }],
])('%j is written as a URI, and is relative to the working folder if it was', (file, written) => {
  expect(exampleUri(file)).toEqual(written);
});

test('a path is no URL, not even one of Windows', () => {
  expect(['https://a', 'file:///a', 'C:/a', 'C://a', 'a/b://c', 'a.yaml'].map(isUrl)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
