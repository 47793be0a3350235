import { expect, test } from 'vitest';
import { everyVerdict } from './every-verdict.fixture.ts';
import { runResult } from './report.fixture.ts';
import { reports } from './reports.ts';

test.each(Object.entries(reports))(
  '%s tells any run as text that ends its last line',
  (name, report) => {
    for (const result of [everyVerdict(), runResult([])]) {
      const text = report.render(result);
      expect(text).toMatch(/[^\n]\n$/);
      expect(text).toContain(name === 'badge' || name === 'gitlab' ? '' : 'http://hs.test:8008');
      expect(report.render(result)).toBe(text);
    }
  },
);

test('two reports never share a file name', () => {
  const names = Object.values(reports).map(({ fileName }) => fileName);
  expect(new Set(names).size).toBe(names.length);
});
