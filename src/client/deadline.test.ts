import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Deadline } from './deadline.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('it is over when its time is up, and not before', () => {
  const deadline = new Deadline(1500);
  vi.advanceTimersByTime(1499);
  expect(deadline.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(deadline.signal.aborted).toBe(true);
  expect(deadline.isOver).toBe(true);
  expect(deadline.reason).toBe('it took longer than 1.5 s');
});

test('it stands still during a pause', () => {
  const deadline = new Deadline(1000);
  vi.advanceTimersByTime(600);
  deadline.pause();
  vi.advanceTimersByTime(60_000);
  deadline.resume();
  vi.advanceTimersByTime(399);
  expect(deadline.isOver).toBe(false);
  vi.advanceTimersByTime(1);
  expect(deadline.isOver).toBe(true);
});

test('two pauses at once stop the clock once, until both are over', () => {
  const deadline = new Deadline(1000);
  vi.advanceTimersByTime(600);
  deadline.pause();
  vi.advanceTimersByTime(300);
  deadline.pause();
  vi.advanceTimersByTime(300);
  deadline.resume();
  vi.advanceTimersByTime(5000);
  expect(deadline.isOver).toBe(false);
  deadline.resume();
  vi.advanceTimersByTime(399);
  expect(deadline.isOver).toBe(false);
  vi.advanceTimersByTime(1);
  expect(deadline.isOver).toBe(true);
});

test('an interruption ends it, also during a pause, and is told as such', () => {
  const parent = new AbortController();
  const deadline = new Deadline(1000, parent.signal);
  deadline.pause();
  parent.abort();
  expect(deadline.signal.aborted).toBe(true);
  expect(deadline.isOver).toBe(false);
  expect(deadline.reason).toBe('the run was interrupted');
});

test('once it has ended no timer is left, not even by a pause that ends later', () => {
  const deadline = new Deadline(1000);
  deadline.pause();
  deadline.end();
  deadline.resume();
  expect(vi.getTimerCount()).toBe(0);
});

test('renewed it has its whole time once more, also where it stands still meanwhile', () => {
  const deadline = new Deadline(1000);
  vi.advanceTimersByTime(900);
  deadline.renew();
  vi.advanceTimersByTime(999);
  expect(deadline.isOver).toBe(false);
  deadline.pause();
  deadline.renew();
  vi.advanceTimersByTime(60_000);
  deadline.resume();
  vi.advanceTimersByTime(999);
  expect(deadline.isOver).toBe(false);
  vi.advanceTimersByTime(1);
  expect(deadline.isOver).toBe(true);
});

test('once it is over it stays over', () => {
  const deadline = new Deadline(10);
  vi.advanceTimersByTime(10);
  deadline.renew();
  expect(deadline.isOver).toBe(true);
});
