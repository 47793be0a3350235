import { expect, test } from 'vitest';
import { everyMeeting } from './expectations.fixture.ts';
import { outcome, runResult } from './report.fixture.ts';
import { terminalSummary } from './terminal.ts';

const plain = { color: false, width: 90 };

test('every way of meeting an expectation is told to the letter, with its edit', () => {
  const summary = terminalSummary(everyMeeting(), plain);
  const [, from = ''] = summary.split(/^(?=inconclusive \()/m);
  expect(from).toMatchInlineSnapshot(`
    "inconclusive (1): something before the point went wrong, so nothing can be said of the point
      ? There was no room
        topics/lame

    advice (1, and 1 expected): a SHOULD was not met
      ~ topics/better: The topic was lost

    unsupported (1): the homeserver may lack this, and does, or its means were not given
      - skipped by the expectations: It hangs.
        topics/endless

    expected failures (2): known, and no news
      ✗ topics/known: Nobody looked at it. https://example.org/12
      ~ topics/raced: no reason is given (flaky until 2027-01-31)

    unexpected passes (1): known to fail, and passed
      ✓ topics/mended: expected fail, and passed (known.yaml:9)
        Remove these lines from known.yaml:
         9 | topics/mended:
        10 |   expect: fail
        11 |   reason: Nobody looked at it.

    changed (1): known to break a MUST, and came to advice
      ~ topics/better: expected fail, and came to advice (status) (known.yaml:12)
        Write in known.yaml:
        13 |   expect: advice

    regressions (1): known to fail, and failed otherwise
      ✗ topics/worse: expected advice, and came to fail (status) (known.yaml:15)

    unclear (1): known to fail, and this run does not show it
      ? topics/lame: expected fail, and came to inconclusive (known.yaml:18)

    expired (1): their day is over, and the entry holds no more
      ✗ topics/old: expected flaky until 2026-01-31, and today is 2026-11-22: the entry holds
        no more (known.yaml:21)

    ✗ 3 fail · ? 1 inconclusive · ~ 2 advice · - 1 unsupported · ✓ 2 pass
    http://hs.test:8008 does not conform: 2 of 9 scenarios broke a MUST; 1 unexpected pass, 1
    changed, 2 as expected, 1 inconclusive.
    Proof of the checker (0.1.0): mutation score 61 of 61 (deliberate faults that it caught),
    null score 0 of 348 (scenarios passed by homeservers that do nothing).
    "
  `);
});

test('what fails as expected is not told as a finding, and counted all the same', () => {
  const summary = terminalSummary(everyMeeting(), plain);
  expect(summary).toContain('fail (2, and 1 expected): the homeserver broke a MUST\n');
  expect(summary).not.toContain('The requirement topics/known holds');
  expect(summary).toContain('The requirement topics/worse holds');
  expect(summary).toContain('known     known.yaml:15: expected advice, and came to fail (status).');
});

test('a run in which all is skipped names each of them', () => {
  const [skipped] = everyMeeting().outcomes.filter(({ id }) => id === 'topics/endless');
  const summary = terminalSummary(runResult(skipped === undefined ? [] : [skipped]), plain);
  expect(summary).toContain('- skipped by the expectations: It hangs.\n    topics/endless');
  expect(summary).toMatch(/cannot say: none of 1\s+scenario exercised\s+the homeserver\./);
});

test('a hostile reason is shown with escapes, and cut', () => {
  const [known, ...others] = everyMeeting().outcomes;
  const text = `\u001b[31m\u202e${'x'.repeat(10_000)}`;
  const hostile = known?.expectation && {
    ...known,
    expectation: { ...known.expectation, reason: text, file: text },
  };
  const summary = terminalSummary(runResult([hostile ?? outcome('a/b', 'pass'), ...others]), plain);
  expect(summary).toContain('\\u001b[31m\\u202exx');
  expect(summary).not.toMatch(/(?!\n)[\p{C}]/u);
});
