import { expect, test } from 'vitest';
import { exampleNames } from './example-names.ts';

test('the name is the place without its lines, and the class is the rule without dots', () => {
  const names = exampleNames();
  expect(names('v1.example', 'a.yaml#/paths/~1a', '00ff')).toEqual({
    classname: 'matrix-conformance.examples.v1_example',
    name: 'a.yaml#/paths/~1a',
  });
});

test('a second finding at one place is told apart by its fingerprint, then by a number', () => {
  const names = exampleNames();
  const all = ['aa', 'bb', 'bb', 'bb', ''].map((mark) => names('rule', 'a.yaml#', mark).name);
  expect(all).toEqual(['a.yaml#', 'a.yaml# bb', 'a.yaml# bb (2)', 'a.yaml# bb (3)', 'a.yaml# (2)']);
  expect(names('another', 'a.yaml#', 'aa').name).toBe('a.yaml#');
});

test('what is cut has its fingerprint whether or not another is like it', () => {
  const name = (pointer: string, mark: string) =>
    exampleNames()('rule', `a.yaml#/${pointer}`, mark).name;
  expect(name('x'.repeat(300), '00112233445566aa')).toMatch(
    /… \(308 characters\) 00112233445566aa$/,
  );
  expect(name('\0'.repeat(100), '00112233445566aa')).toMatch(/ 00112233445566aa$/);
  expect(name('x'.repeat(200), '00112233445566aa')).toMatch(/x$/);
});

test('class and name together are at most 512 characters', () => {
  const names = exampleNames();
  for (let copy = 0; copy < 3; copy++) {
    const { classname, name } = names('r'.repeat(400), '\0'.repeat(5000), 'f'.repeat(99));
    expect(classname.length + name.length).toBeLessThanOrEqual(512);
  }
});
