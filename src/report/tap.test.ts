import { Parser } from 'tap-parser';
import { expect, test } from 'vitest';
import { everyVerdict } from './every-verdict.fixture.ts';
import { outcome, runResult } from './report.fixture.ts';
import { tap } from './tap.ts';

function finalOf(text: string) {
  const complete = Parser.parse(text).find(([event]) => event === 'complete');
  return complete?.[1] as { ok: boolean; bailout: unknown; count: number; failures: unknown[] };
}

test('a strict reader of TAP finds what every verdict came to, and every block of YAML', () => {
  const events = Parser.parse(tap(everyVerdict()), { strict: true });
  const points = events.flatMap((one) => (one[0] === 'assert' ? [one[1]] : []));
  expect(
    points.map(({ ok, name, skip, todo }) => [ok, name, Boolean(skip), Boolean(todo)]),
  ).toEqual([
    [false, 'room_state/trailing-slash', false, false],
    [false, 'room_state/read-back', false, false],
    [false, 'room_state/two-keys', false, false],
    [false, 'room_state/sync', false, false],
    [false, 'bad_alias/unknown', false, true],
    [true, 'bad_alias/guests', true, false],
    [true, 'bad_alias/removal', false, false],
    [true, 'bad_alias/kept', false, false],
  ]);
  expect(points[0]?.diag).toMatchObject({
    message: 'The PUT with a trailing slash was refused',
    severity: 'fail',
    expected: '200',
    actual: '404 M_UNRECOGNIZED',
  });
});

test('where nothing was run it bails out, and says why', () => {
  const final = finalOf(tap(runResult([], { problems: ['Is it up?'] })));
  expect(final).toMatchObject({ ok: false, bailout: 'Is it up?' });
});

test('where only unsupported is left, a test point says that nobody can say', () => {
  const final = finalOf(tap(runResult([outcome('a/b', 'unsupported')])));
  expect(final).toMatchObject({ ok: false, count: 2 });
});

test('a hostile text is no directive, no line and no end of its block', () => {
  const reason = '# SKIP\nok 99 - me\n  ...\nBail out! gone \\# TODO\u001b[2J';
  const text = tap(
    runResult([outcome('a/# SKIP', 'fail', { reason }), outcome('a/c', 'advice', { reason })]),
  );
  expect(finalOf(text)).toMatchObject({ ok: false, bailout: false, count: 2 });
  const [point] = Parser.parse(text).flatMap((one) => (one[0] === 'assert' ? [one[1]] : []));
  expect(point).toMatchObject({ ok: false, name: 'a/# SKIP', skip: false });
  expect(point?.diag?.message).toBe(
    '# SKIP\\nok 99 - me\\n  ...\\nBail out! gone \\# TODO\\u001b[2J',
  );
});
