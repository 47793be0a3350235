import { expect, test } from 'vitest';
import { exampleReports } from './example-reports.ts';
import { everythingFound, examplesResult } from './example-result.fixture.ts';

test.each(Object.entries(exampleReports))(
  '%s tells any result as text that ends its last line',
  (_name, report) => {
    for (const result of [everythingFound(), examplesResult()]) {
      const text = report.render(result);
      expect(text).toMatch(/[^\n]\n$/);
      expect(report.render(result)).toBe(text);
    }
    expect(report.render(everythingFound())).toContain('api/client-server/room_state.yaml');
    expect(report.render(everythingFound())).toContain('examples/sync.json is not read');
  },
);

test('two reports never share a file name', () => {
  const names = Object.values(exampleReports).map(({ fileName }) => fileName);
  expect(new Set(names).size).toBe(names.length);
});
