import { onTestFinished } from 'vitest';
import type { Line } from './converse.ts';
import { Deadline } from './deadline.ts';
import { Redactor } from './redactor.ts';
import { Target } from './target.ts';
import { WaitBudget } from './wait-budget.ts';

/** A line to a server on this machine, which ends with the test. */
export function lineTo(url: string, changes: Partial<Line> = {}): Line {
  const target = new Target(url);
  const deadline = changes.deadline ?? new Deadline(20_000);
  onTestFinished(async () => {
    deadline.end();
    await target.close();
  });
  const waitBudget = new WaitBudget(600_000);
  return { target, redactor: new Redactor(), waitBudget, ...changes, deadline };
}

/** A GET without a user. */
export function get(path: string) {
  return { method: 'GET', path, headers: { accept: 'application/json' } };
}
