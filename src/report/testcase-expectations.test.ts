import { expect, test } from 'vitest';
import { everyMeeting } from './expectations.fixture.ts';
import { junit } from './junit.ts';
import { elementsOf, readXml } from './xml-document.fixture.ts';

const document = readXml(junit(everyMeeting()));

/** The element that tells why a testcase did not pass, as `skipped: message`; `passed` without. */
function markOf(name: string): string {
  const [testcase] = elementsOf(document, 'testcase').filter(
    ({ attributes }) => attributes.name === name,
  );
  if (testcase === undefined) throw new TypeError(`there is no testcase ${name}`);
  const [mark] = ['failure', 'error', 'skipped'].flatMap((tag) =>
    elementsOf(testcase, tag).map(({ attributes }) => `${tag}: ${attributes.message}`),
  );
  return mark ?? 'passed';
}

test.each([
  ['known', 'skipped: expected: Nobody looked at it.'],
  ['raced', 'skipped: expected: no reason is given'],
  ['mended', 'failure: expected fail, and passed: remove its lines from known.yaml'],
  ['better', 'failure: expected fail, and came to advice (status): change its lines in known.yaml'],
  ['worse', 'failure: expected advice, and came to fail (status): The topic was lost'],
  ['lame', 'error: There was no room'],
  ['old', 'failure: The topic was lost'],
  ['endless', 'skipped: skipped by the expectations: It hangs.'],
  ['kept', 'passed'],
])('%s is told as %s', (name, mark) => {
  expect(markOf(name)).toBe(mark);
});

test('what JUnit counts is what it marks', () => {
  expect(document.attributes).toMatchObject({
    tests: '9',
    failures: '4',
    errors: '1',
    skipped: '3',
  });
});

test('the body of an unexpected pass holds the lines to be removed', () => {
  const [first] = elementsOf(document, 'failure');
  expect(first?.text).toMatch(/^remove: +known\.yaml:10: {3}expect: fail$/m);
});
