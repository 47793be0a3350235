import { expect, test } from 'vitest';
import type { Verdict } from '../model/verdict.ts';
import { outcome } from '../report/report.fixture.ts';
import { type Ended, exitCode } from './exit-code.ts';

const codeOf = (verdicts: readonly Verdict[], changes: Partial<Ended> = {}) =>
  exitCode({
    outcomes: verdicts.map((verdict, index) => outcome(`stories/${index}`, verdict)),
    strict: false,
    problems: [],
    interrupted: false,
    ...changes,
  });

test.each<[string, readonly Verdict[], Partial<Ended>, 0 | 1 | 2]>([
  ['all pass', ['pass', 'pass'], {}, 0],
  ['some may be lacking', ['pass', 'unsupported'], {}, 0],
  ['advice', ['pass', 'advice'], {}, 0],
  ['advice, strictly', ['pass', 'advice'], { strict: true }, 1],
  ['one fails', ['pass', 'fail', 'pass'], {}, 1],
  ['one fails, and more is unknown', ['fail', 'error', 'inconclusive'], {}, 1],
  ['one fails, and then it was interrupted', ['fail'], { interrupted: true }, 1],
  ['one fails, and not all was run', ['fail'], { problems: ['a suite is missing'] }, 1],
  ['an error', ['pass', 'error'], {}, 2],
  ['inconclusive', ['pass', 'inconclusive'], {}, 2],
  ['interrupted', ['pass'], { interrupted: true }, 2],
  ['a problem', ['pass'], { problems: ['a suite is missing'] }, 2],
  ['nothing', [], {}, 2],
  ['nothing, strictly', [], { strict: true }, 2],
  ['nothing was exercised', ['unsupported', 'unsupported'], {}, 2],
  ['nothing but advice', ['advice'], {}, 2],
])('%s', (_, verdicts, changes, code) => {
  expect(codeOf(verdicts, changes)).toBe(code);
});
