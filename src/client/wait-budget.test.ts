import { expect, test } from 'vitest';
import { WaitBudget } from './wait-budget.ts';

test('waits one after the other add up', () => {
  const budget = new WaitBudget(1000);
  expect(budget.take(600, 0)).toBe(true);
  expect(budget.take(600, 600)).toBe(false);
  expect(budget.take(400, 600)).toBe(true);
  expect(budget.take(1, 5000)).toBe(false);
});

test('waits at the same time count once', () => {
  const budget = new WaitBudget(1000);
  for (let each = 0; each < 10; each += 1) expect(budget.take(1000, each)).toBe(each === 0);
  expect(budget.take(999, 1)).toBe(true);
  expect(budget.take(500, 500)).toBe(true);
});

test('of a wait that begins during another only the rest counts', () => {
  const budget = new WaitBudget(1000);
  expect(budget.take(500, 0)).toBe(true);
  expect(budget.take(500, 250)).toBe(true);
  expect(budget.take(251, 750)).toBe(false);
  expect(budget.take(250, 750)).toBe(true);
});

test('a refused wait costs nothing', () => {
  const budget = new WaitBudget(1000);
  expect(budget.take(1_000_000_000, 0)).toBe(false);
  expect(budget.take(1000, 0)).toBe(true);
});

test('a budget of nothing allows no wait', () => {
  expect(new WaitBudget(0).take(50, 0)).toBe(false);
});
