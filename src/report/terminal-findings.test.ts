import { expect, test } from 'vitest';
import { outcome, runResult } from './report.fixture.ts';
import { terminalSummary } from './terminal.ts';

const plain = { color: false, width: 90 };
const wide = { color: false, width: 200 };

test('forty scenarios of one cause are one paragraph, and another cause is another', () => {
  const reason = (room: string) => `createRoom gave 500 for ${room}`;
  const all = Array.from({ length: 40 }, (_, index) =>
    outcome(`room_state/s${index}`, 'inconclusive', { reason: reason(`!r${index}:hs.test`) }),
  );
  const other = outcome('room_state/other', 'inconclusive', { reason: 'createRoom gave 403' });
  const summary = terminalSummary(runResult([...all, other]), plain);
  expect(summary.match(/createRoom gave 500/g)).toHaveLength(1);
  expect(summary.match(/createRoom gave 403/g)).toHaveLength(1);
  for (const { id } of all) expect(summary).toMatch(new RegExp(`${id}\\b`));
});

test('a strict run tells advice in full, and counts it', () => {
  const result = runResult([outcome('bad_alias/a', 'advice'), outcome('bad_alias/b', 'pass')]);
  const strict = { ...result, plan: { ...result.plan, strict: true }, exitCode: 1 as const };
  expect(terminalSummary(strict, wide)).toContain(
    'https://spec.matrix.org/latest/client-server-api/',
  );
  expect(terminalSummary(strict, wide)).toContain(
    'does not conform: 1 of 2 scenarios failed, unmet advice counted (--strict).',
  );
  expect(terminalSummary(result, plain)).toContain('conforms: 1 of 2 scenarios passed; 1 advice.');
});
