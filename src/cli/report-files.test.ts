import { expect, test } from 'vitest';
import { reports } from '../report/reports.ts';
import { readReportFiles } from './report-files.ts';

const pathsOf = (...words: readonly string[]) =>
  readReportFiles(words, reports).map(({ format, path }) => `${format} ${path}`);

test('a report goes where it is sent, else to its usual place', () => {
  expect(pathsOf('json=a=b.json', 'junit', 'tap=-')).toEqual([
    'json a=b.json',
    'junit reports/junit.xml',
    'tap -',
  ]);
});

test.each([
  [['pdf'], /--report pdf is no report: .* one of junit, /],
  [['toString=a'], /is no report/],
  [['json='], /names no file/],
  [['json=a', 'junit=a'], /Two reports would be written to a:/],
  [['json=a', 'junit=./b/../a'], /Two reports would be written to \.\/b\/\.\.\/a:/],
  [['json=-', 'github'], /Two reports would be written to -:/],
])('%j is refused', (words, sentence) => {
  expect(() => pathsOf(...words)).toThrow(sentence);
});
