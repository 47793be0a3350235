import { expect, test } from 'vitest';
import { badge } from './badge.ts';
import { everyVerdict } from './every-verdict.fixture.ts';
import { outcome, runResult } from './report.fixture.ts';

const { plan } = runResult([]);

test.each([
  [runResult([outcome('a/b', 'pass')]), '1 of 1, v0.1.0', 'brightgreen', undefined],
  [everyVerdict(), '2 of 8, 1 failed, v0.1.0', 'red', true],
  [runResult([]), 'nothing was run, v0.1.0', 'lightgrey', true],
  [
    runResult([outcome('a/b', 'error', { tries: [] })]),
    'nothing was run, v0.1.0',
    'lightgrey',
    true,
  ],
  [
    runResult([outcome('a/b', 'pass'), outcome('a/c', 'inconclusive')]),
    'cannot say, 1 of 2, v0.1.0',
    'lightgrey',
    true,
  ],
  [
    runResult([outcome('a/b', 'pass')], { plan: { ...plan, shard: '1/2' } }),
    '1 of 1 of a part, v0.1.0',
    'brightgreen',
    undefined,
  ],
])('it says what the run came to, and is green only where that conforms: %#', (...row) => {
  const [result, message, color, isError] = row;
  expect(JSON.parse(badge(result))).toEqual({
    ...{ schemaVersion: 1, label: 'Matrix conformance', message, color },
    ...(isError === undefined ? {} : { isError }),
  });
});
