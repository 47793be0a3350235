import { expect, test } from 'vitest';
import type { RunResult } from '../model/run-result.ts';
import { everyVerdict } from '../report/every-verdict.fixture.ts';
import { afterRun, type LastRun } from './last-run.ts';

const target = 'http://hs.test:8008';
const result = everyVerdict();
const known = [...result.outcomes.map(({ id }) => id), 'rooms/other'];
const before = (failed: readonly string[], at = target): LastRun => ({
  ...{ target: at, startedAt: '2026-01-01T00:00:00.000Z', failed },
});
const failedOf = (last: LastRun | undefined, changes: Partial<RunResult> = {}) =>
  afterRun(last, { ...result, ...changes }, target, known).failed;

const unclear = ['room_state/read-back', 'room_state/two-keys'];

test('what stood against the homeserver and what was unclear is remembered, and no more', () => {
  expect(failedOf(undefined)).toEqual(['room_state/trailing-slash', ...unclear]);
});

test('with --strict, advice is among it', () => {
  const strict = { plan: { ...result.plan, strict: true } };
  expect(failedOf(undefined, strict)).toContain('bad_alias/unknown');
});

test('what passes now drops out, and what was not run stays', () => {
  const last = failedOf(before(['bad_alias/kept', 'rooms/other']));
  expect(last).toContain('rooms/other');
  expect(last).not.toContain('bad_alias/kept');
});

test('what never started stays as it was', () => {
  const outcomes = result.outcomes.map((one) => ({ ...one, tries: [] }));
  expect(failedOf(before(['bad_alias/kept']), { outcomes })).toEqual(['bad_alias/kept']);
});

test('what failed elsewhere, and what is no scenario any more, is forgotten', () => {
  expect(failedOf(before(['rooms/other'], 'http://else.test'))).not.toContain('rooms/other');
  expect(failedOf(before(['rooms/gone']))).not.toContain('rooms/gone');
});
