import { expect, test } from 'vitest';
import { composeExample } from './compose-example.ts';
import { Sources } from './sources.ts';

const files: Readonly<Record<string, string>> = {
  'file:///base.json': '{ "type": "m.room.name", "content": { "name": "base" }, "age": 1 }',
  'file:///member.json':
    '{ "$ref": "base.json", "content": { "inner": { "$ref": "base.json#/content" } } }',
  'file:///sum.json': '{ "allOf": [{ "$ref": "base.json" }, { "age": 2 }] }',
  'file:///self.json': '{ "age": 1, "content": { "$ref": "self.json" } }',
  'file:///broken.json': '{ "content": { "$ref": "nowhere.json" } }',
  'file:///plain.json': '{ "$ref": 17, "list": [null, false, 0] }',
};

function compose(name: string, isComposition = () => true) {
  const sources = new Sources((uri) => {
    const text = files[uri];
    if (text === undefined) throw new Error(`there is no file ${uri}`);
    return text;
  });
  const place = sources.at(`file:///${name}`, []);
  if (place === undefined) throw new Error(`no ${name}`);
  return composeExample(sources, place, isComposition);
}

test('members beside a $ref take the place of those of the example that it names', () => {
  expect(compose('member.json').value).toEqual({
    type: 'm.room.name',
    content: { inner: { name: 'base' } },
    age: 1,
  });
});

test('an allOf of examples is all of them in one, the later ones on top', () => {
  expect(compose('sum.json').value).toEqual({
    type: 'm.room.name',
    content: { name: 'base' },
    age: 2,
  });
});

test('a value is located in the file that says it', () => {
  const composed = compose('member.json');
  expect(composed.locate(['type'])).toMatchObject({
    document: 'file:///base.json',
    path: ['type'],
  });
  expect(composed.locate(['content', 'inner', 'name'])).toMatchObject({
    document: 'file:///base.json',
    path: ['content', 'name'],
  });
  expect(composed.locate(['content', 'missing'])).toMatchObject({
    document: 'file:///member.json',
    path: ['content'],
  });
});

test('a reference that leads nowhere, or back to itself, is told where it stands', () => {
  expect(compose('broken.json').broken).toMatchObject([
    { place: { path: ['content', '$ref'] }, trouble: 'there is no file file:///nowhere.json' },
  ]);
  expect(compose('self.json').broken).toMatchObject([
    { place: { path: ['content', '$ref'] }, trouble: 'it leads back to itself' },
  ]);
});

test('a property that is really called $ref is left alone', () => {
  expect(compose('plain.json').value).toEqual({ $ref: 17, list: [null, false, 0] });
  expect(compose('member.json', () => false).value).toEqual({
    $ref: 'base.json',
    content: { inner: { $ref: 'base.json#/content' } },
  });
});
