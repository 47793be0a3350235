import { expect, test } from 'vitest';
import { exampleConclusion, uncheckedSentences } from './example-conclusion.ts';
import { examplesResult, finding } from './example-result.fixture.ts';

const nothing = { files: 0, examples: 0, schemas: 0, operations: 0 };
const unchecked = ['sync.json is not read'];
const elsewhere = finding({ file: 'b.yaml' });

test.each([
  [
    examplesResult(),
    'Nothing is wrong: 1,234 examples, 345 schemas and 67 operations in 12 files were checked in 1.2 s.',
  ],
  [
    examplesResult([], { known: 3 }),
    'Nothing new is wrong: 1,234 examples, 345 schemas and 67 operations in 12 files were checked in 1.2 s.',
  ],
  [
    examplesResult([], { unchecked }),
    'Nothing is wrong with what was checked: 1,234 examples, 345 schemas and 67 operations in 12 files were checked in 1.2 s. 1 thing could not be checked.',
  ],
  [
    examplesResult([finding(), finding(), elsewhere]),
    '3 findings in 2 files. 1,234 examples, 345 schemas and 67 operations in 12 files were checked in 1.2 s.',
  ],
  [
    examplesResult([finding()], { known: 1, unchecked: [...unchecked, 'b.yaml is not read'] }),
    '1 new finding in 1 file. 1,234 examples, 345 schemas and 67 operations in 12 files were checked in 1.2 s. 2 things could not be checked.',
  ],
  [
    examplesResult([finding()], { checked: { ...nothing, files: 1 }, milliseconds: 4 }),
    '1 finding in 1 file. 0 examples, 0 schemas and 0 operations in 1 file were checked in 4 ms.',
  ],
  [
    examplesResult([], {
      checked: { files: 1, examples: 1, schemas: 0, operations: 0 },
      milliseconds: 4,
    }),
    'Nothing is wrong: 1 example, 0 schemas and 0 operations in 1 file were checked in 4 ms.',
  ],
  [
    examplesResult([], { checked: nothing, unchecked }),
    'Nothing was checked: no document was read.',
  ],
  [
    examplesResult([], { checked: { ...nothing, files: 2 } }),
    'Nothing was checked: there is no example, schema or operation in 2 files.',
  ],
])('how it is, is one or two sentences: %#', (result, sentence) => {
  expect(exampleConclusion(result)).toBe(sentence);
});

test('that nothing was checked could not be checked either, unless that is why there is a finding', () => {
  const sentence = 'Nothing was checked: no document was read';
  expect(uncheckedSentences(examplesResult([], { checked: nothing, unchecked }))).toEqual([
    ...unchecked,
    sentence,
  ]);
  expect(uncheckedSentences(examplesResult([finding()], { checked: nothing }))).toEqual([]);
  expect(uncheckedSentences(examplesResult([], { unchecked }))).toEqual(unchecked);
});
