import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../model/run-event.ts';
import { everyVerdict } from './every-verdict.fixture.ts';
import { liveView } from './live-view.ts';
import { screenAfter } from './screen.fixture.ts';

const { plan, server, outcomes } = everyVerdict();
const suites = [
  { suite: 'room_state', scenarios: 4 },
  { suite: 'bad_alias', scenarios: 4 },
];
const begin: RunEvent = { type: 'run-started', plan, server, scenarios: 8, suites };
const wide = { columns: 90, rows: 24 };

/** The screen, five seconds after the first half of the run ended. */
function shown(size: { columns: number; rows: number }): readonly string[] {
  const view = liveView({ color: false });
  let now = 1000;
  view.note(begin, now);
  let written = view.frame(now, size);
  for (const outcome of outcomes.slice(0, 5)) {
    now += 2000;
    view.note({ type: 'scenario-started', id: outcome.id }, now);
    view.note({ type: 'scenario-finished', outcome }, now);
    written += view.frame(now, size);
  }
  view.note({ type: 'scenario-started', id: 'bad_alias/guests' }, now);
  view.note({ type: 'scenario-started', id: 'bad_alias/kept' }, now);
  written += view.frame(now, size);
  return screenAfter(written, size.columns);
}

describe('the frame', () => {
  test('is a line for each suite, and one of what is under way', () => {
    expect(shown(wide).slice(-3).join('\n')).toMatchInlineSnapshot(`
      "room_state  ████████████████  4/4  ✗ 1 fail  ! 1 error  ? 2 inconclusive
      bad_alias   ████░░░░░░░░░░░░  1/4  ~ 1 advice
      5/8  about 10 s left  bad_alias/guests +1"
    `);
  });

  test('has no bar and no words where it is narrow', () => {
    expect(shown({ columns: 60, rows: 24 }).slice(-3).join('\n')).toMatchInlineSnapshot(`
      "room_state  4/4  ✗ 1  ! 1  ? 2
      bad_alias   1/4  ~ 1
      5/8  about 10 s left  bad_alias/guests +1"
    `);
  });

  test.each([
    { columns: 90, rows: 5 },
    { columns: 30, rows: 24 },
  ])('is the one line of old where there is no room for it: %j', (size) => {
    expect(shown(size).at(-1)).toMatch(/^5\/8 {2}✗ 1 {2}! 1 {2}\? 2 {2}~ 1 /);
    expect(shown(size).join('\n')).not.toContain('room_state  ');
  });

  test('is never as wide as the terminal', () => {
    for (let columns = 20; columns < 120; columns += 1) {
      const lines = shown({ columns, rows: 24 }).slice(columns > 40 ? -3 : -1);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(columns);
    }
  });
});

test('what is not a plain pass stays above it for good', () => {
  expect(shown({ columns: 120, rows: 24 }).slice(0, 2)).toEqual([
    '8 scenarios against http://hs.test:8008 (Synapse 1.160.0)',
    '✗ fail         room_state/trailing-slash (40 ms): The PUT with a trailing slash was refused',
  ]);
});

test('the end takes the frame away, and gives the cursor back', () => {
  const view = liveView({ color: false });
  view.note(begin, 0);
  const frame = view.frame(0, wide);
  expect(frame.startsWith('\u001b[?25l')).toBe(true);
  const end = view.end(wide);
  expect(end.endsWith('\u001b[?25h')).toBe(true);
  expect(screenAfter(frame + end, 90)).toEqual([
    '8 scenarios against http://hs.test:8008 (Synapse 1.160.0)',
    '',
  ]);
});

test('a view of which nothing was shown leaves nothing behind', () => {
  expect(liveView({ color: true }).end(wide)).toBe('');
});

test('a homeserver that is waited for is one line, that hides nothing hostile', () => {
  const view = liveView({ color: false });
  const reason = `${plan.target} cannot be reached: \u001b[2Jgone`;
  const waiting = { type: 'waiting', target: plan.target, reason, waitedMs: 12_400 } as const;
  view.note({ ...waiting, waitMs: 60_000 }, 0);
  expect(screenAfter(view.frame(0, wide), 90)).toEqual([
    'waiting for http://hs.test:8008 (12 s of 60): cannot be reached: \\u001b[2Jgone',
  ]);
});
