import { expect, test } from 'vitest';
import { everyVerdict } from './every-verdict.fixture.ts';
import { everyMeeting } from './expectations.fixture.ts';
import { github } from './github.ts';
import { aTry, outcome, runResult, violation } from './report.fixture.ts';

/** What the runner makes of a line: a command of `::`, or of `##[` anywhere. */
function commandOf(line: string): string | undefined {
  const [, kind] =
    /^\s*::([a-z-]+)(?: .*?)?::/.exec(line) ?? /##\[([a-z-]+)[^\]]*\]/.exec(line) ?? [];
  return kind;
}

const lines = (text: string) => text.trimEnd().split('\n');

test('a failure is an error, what cannot be told and advice are warnings, and a notice is last', () => {
  const written = lines(github(everyVerdict()));
  expect(written.map(commandOf)).toEqual(['error', ...Array(4).fill('warning'), 'notice']);
  expect(written[0]).toMatch(
    /^::error title=fail%3A room_state\/trailing-slash::The requirement room_state\/trailing-slash holds%0AThe PUT/,
  );
  expect(written[1]).toContain('title=error%3A room_state/sync::');
  expect(written.at(-1)).toMatch(/does not conform: 1 of 8 scenarios broke a MUST/);
});

test('what has an entry in the expectations file is shown there', () => {
  expect(github(everyMeeting())).toContain('::error file=known.yaml,line=9,title=');
});

test('no more is written than GitHub shows of a step, and the rest is counted', () => {
  const many = [
    ...Array.from({ length: 12 }, (_, at) => outcome(`a/advice-${at}`, 'advice')),
    ...Array.from({ length: 25 }, (_, at) => outcome(`a/fail-${at}`, 'fail')),
    outcome('a/late', 'error'),
  ];
  const written = lines(github(runResult(many)));
  expect(written).toHaveLength(21);
  expect(written[10]).toContain('title=error%3A a/late');
  expect(written.at(-1)).toContain('15 more errors, 3 more warnings.');
});

test.each([
  '::error::x',
  '\n::stop-commands::x\r\n::error::y',
  '##[error]x ##[add-path]/tmp',
  ' ::set-env name=A::b %0A::error::z',
  '\u200b::error::x',
])('a homeserver speaks no command: %#', (text) => {
  const tries = [
    aTry('fail', { reason: text, violations: [violation({ actual: text, message: text })] }),
  ];
  const written = github(
    runResult([outcome('a/b', 'fail', { reason: text, tries })], { problems: [text] }),
  );
  expect(lines(written).map(commandOf)).toEqual(['error', 'error', 'notice']);
  expect(written).not.toMatch(/##\[|[^\n\P{C}]/u);
  expect(written.replaceAll('%0A', '\n')).not.toMatch(/^\s*::(?:set-env|stop-commands)/m);
});
