import { expect, test } from 'vitest';
import { createPathTree } from './path-tree.ts';

function tree(...templates: readonly string[]) {
  const made = createPathTree<string>();
  for (const template of templates) made.add(template, template);
  return made;
}

test('a literal counts for more than a parameter, and is left again where it leads nowhere', () => {
  const paths = tree('/a/{x}/c', '/a/b/d', '/a/b');
  expect(paths.find('/a/b/c')).toEqual({ value: '/a/{x}/c', parameters: { x: 'b' } });
  expect(paths.find('/a/b/d')?.value).toBe('/a/b/d');
  expect(paths.find('/a/b/e')).toBeUndefined();
  expect(paths.find('/a/b')?.parameters).toEqual({});
});

test('the first of two values under one template stays', () => {
  const paths = tree('/a/{x}');
  paths.add('/a/{y}', 'second');
  expect(paths.find('/a/1')).toEqual({ value: '/a/{x}', parameters: { x: '1' } });
});

test('a path of names that all objects have leads nowhere', () => {
  expect(tree('/a').find('/constructor')).toBeUndefined();
  expect(tree('/a').find('/__proto__')).toBeUndefined();
  expect(tree('/{x}').find('/__proto__')?.parameters).toEqual({ x: '__proto__' });
});
