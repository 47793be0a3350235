import { expect, test } from 'vitest';
import { html } from './html/html.ts';
import { meaningOf } from './meaning-of.ts';
import { outcome, runResult } from './report.fixture.ts';

test('advice is a SHOULD in a run, and a fault of a client in traffic', () => {
  expect(meaningOf('advice', {})).toBe('a SHOULD was not met');
  expect(meaningOf('advice', { noun: 'check' })).toBe('a client sent what is not as documented');
  expect(meaningOf('fail', { noun: 'check' })).toBe('the homeserver broke a MUST');
});

test('no page of traffic speaks of a SHOULD that was not met', () => {
  const { plan, ...rest } = runResult([outcome('a/b', 'advice')]);
  const result = { ...rest, plan: { ...plan, strict: true }, noun: 'check' };
  const page = html(result);
  expect(page).toContain('a client sent what is not as documented');
  expect(page).not.toContain('a SHOULD ');
});
