import { expect, test } from 'vitest';
import type { RunEvent } from '../model/run-event.ts';
import { everyVerdict } from './every-verdict.fixture.ts';
import { startProgress } from './progress.ts';
import { outcome } from './report.fixture.ts';

const result = everyVerdict();

function events(): readonly RunEvent[] {
  const { plan, server, outcomes } = result;
  return [
    { type: 'run-started', plan, server, scenarios: outcomes.length },
    ...outcomes.flatMap((one): readonly RunEvent[] => [
      { type: 'scenario-started', id: one.id },
      { type: 'rate-limited', id: one.id, waitMs: one.verdict === 'pass' ? 6000 : 200 },
      { type: 'scenario-finished', outcome: one },
    ]),
    { type: 'run-finished', result },
  ];
}

/** What a terminal shows in the end: each line that was begun anew replaces the one before it. */
function screen(written: string): string {
  return written
    .split('\n')
    .map((line) => line.split('\r\u001b[2K').at(-1))
    .join('\n');
}

test('in a log there is one plain line for each scenario', () => {
  const show = startProgress({ color: true, isTerminal: false, width: 80 });
  const written = events().map(show).join('');
  expect(written).not.toContain('\u001b');
  expect(written).toMatchInlineSnapshot(`
    "8 scenarios against http://hs.test:8008 (Synapse 1.160.0)
    [1/8] ✗ fail         room_state/trailing-slash (40 ms): The PUT with a trailing slash was refused
    [2/8] ? inconclusive room_state/read-back (40 ms): The room could not be made: createRoom gave 500 for !one:hs.test
    [3/8] ? inconclusive room_state/two-keys (40 ms): The room could not be made: createRoom gave 500 for !two:hs.test
    [4/8] ! error        room_state/sync (40 ms): The network gave up: ECONNRESET
    [5/8] ~ advice       bad_alias/unknown (40 ms): The alias was taken
    [6/8] - unsupported  bad_alias/guests (40 ms): Guests are not allowed here
    the homeserver limits its rate: so far 7 waits, 7.2 s of all scenarios together
    [7/8] ✓ pass         bad_alias/removal (40 ms, intermittent)
    the homeserver limits its rate: so far 8 waits, 13.2 s of all scenarios together
    [8/8] ✓ pass         bad_alias/kept (40 ms)
    "
  `);
});

test('on a terminal what is not a plain pass stays, and the status line goes in the end', () => {
  const show = startProgress({ color: false, isTerminal: true, width: 80 });
  expect(screen(events().map(show).join(''))).toMatchInlineSnapshot(`
    "8 scenarios against http://hs.test:8008 (Synapse 1.160.0)
    ✗ fail         room_state/trailing-slash (40 ms): The PUT with a trailing slash was refused
    ? inconclusive room_state/read-back (40 ms): The room could not be made: createRoom gave 500 for !one:hs.test
    ? inconclusive room_state/two-keys (40 ms): The room could not be made: createRoom gave 500 for !two:hs.test
    ! error        room_state/sync (40 ms): The network gave up: ECONNRESET
    ~ advice       bad_alias/unknown (40 ms): The alias was taken
    - unsupported  bad_alias/guests (40 ms): Guests are not allowed here
    ✓ pass         bad_alias/removal (40 ms, intermittent)
    "
  `);
});

test('the status line counts the verdicts, and names what is under way and what it waits for', () => {
  const show = startProgress({ color: false, isTerminal: true, width: 120 });
  const [started, ...others] = events();
  if (started === undefined) throw new Error('no event');
  const lines = [started, ...others.slice(0, 6)].map(show);
  lines.push(show({ type: 'scenario-started', id: 'room_state/sync' }));
  lines.push(show({ type: 'scenario-started', id: 'room_state/event' }));
  lines.push(show({ type: 'rate-limited', id: 'room_state/sync', waitMs: 61_000 }));
  expect(screen(lines.join('')).split('\n').at(-1)).toBe(
    '2/8  ✗ 1  ? 1  room_state/sync +1 waits 1 min 1 s for the rate limit',
  );
});

test('the status line is never as wide as the terminal, whatever is under way', () => {
  for (let width = 20; width < 60; width++) {
    const show = startProgress({ color: false, isTerminal: true, width });
    const all = [
      ...events().slice(0, -1),
      { type: 'scenario-started', id: 'x'.repeat(200) },
    ] as const;
    const last =
      screen(all.map((event) => show(event)).join(''))
        .split('\n')
        .at(-1) ?? '';
    expect(last.length).toBeLessThan(width);
    expect(last).toMatch(/^8\/8 {2}✗ 1/);
    if (width === 59)
      expect(last).toBe('8/8  ✗ 1  ! 1  ? 2  ~ 1  - 1  ✓ 2  xxxxxxxxxxxxxxxxxxxxxx…');
  }
});

test('a thousand waits for rate limits are a handful of lines in a log', () => {
  const show = startProgress({ color: false, isTerminal: false, width: 80 });
  const waits = Array.from({ length: 1000 }, () =>
    show({ type: 'rate-limited', id: 'room_state/a', waitMs: 1000 }),
  );
  const lines = waits.filter((text) => text !== '');
  expect(lines).toHaveLength(8);
  expect(lines.at(-1)).toBe(
    'the homeserver limits its rate: so far 640 waits, 10 min 40 s of all scenarios together\n',
  );
});

test('a homeserver that is waited for is one line in a log, however long it takes', () => {
  const show = startProgress({ color: false, isTerminal: false, width: 80 });
  const waiting = { type: 'waiting', target: 'http://hs.test', waitMs: 60_000 } as const;
  const reason = 'http://hs.test cannot be reached: the connection was refused';
  const looks = [0, 250, 500].map((waitedMs) => show({ ...waiting, reason, waitedMs }));
  expect(looks.join('')).toBe(
    'waiting up to 60 s for http://hs.test: cannot be reached: the connection was refused\n',
  );
});

test('colour is only on a terminal that wants it', () => {
  const written = (color: boolean, isTerminal: boolean) =>
    events()
      .map(startProgress({ color, isTerminal, width: 80 }))
      .join('');
  expect(written(true, true)).toContain('\u001b[31m');
  expect(written(false, true)).not.toContain('\u001b[31m');
  expect(written(true, false)).toBe(written(false, false));
});

test('a hostile reason is one line, escaped', () => {
  const show = startProgress({ color: false, isTerminal: false, width: 80 });
  const hostile = outcome('room_state/a', 'fail', { reason: '\u001b[2J\r\n::error::x' });
  expect(show({ type: 'scenario-finished', outcome: hostile })).toBe(
    '[1/0] ✗ fail         room_state/a (40 ms): \\u001b[2J\\r\\n::error::x\n',
  );
});
