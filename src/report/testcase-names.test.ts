import { expect, test } from 'vitest';
import { junit } from './junit.ts';
import { outcome, runResult } from './report.fixture.ts';
import { elementsOf, readXml } from './xml-document.fixture.ts';

test('names are unique, stable, without dotted versions, and at most 512 characters', () => {
  const long = 'x'.repeat(600);
  const all = [
    outcome('v1.16/a', 'pass'),
    outcome('v1_16/a', 'pass'),
    outcome('v1.16/a', 'pass'),
    outcome(`${long}/${long}1`, 'pass'),
    outcome(`${long}/${long}2`, 'pass'),
  ];
  const names = elementsOf(readXml(junit(runResult(all))), 'testcase').map(
    ({ attributes: { classname = '', name = '' } }) => ({ classname, name }),
  );
  expect(names.slice(0, 3).map(({ name }) => name)).toEqual(['a', 'a (3)', 'a (2)']);
  expect(names[0]?.classname).toBe('matrix-conformance.v1_16');
  const whole = names.map(({ classname, name }) => classname + name);
  expect(new Set(whole).size).toBe(5);
  for (const one of whole) expect(one.length).toBeLessThanOrEqual(512);
});
