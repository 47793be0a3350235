import { expect, test } from 'vitest';
import { liveScreen } from './live-screen.ts';
import { screenAfter } from './screen.fixture.ts';

test('whatever is drawn, the terminal shows what lasts and the newest frame, and nothing else', () => {
  const screen = liveScreen();
  const lasting: string[] = [];
  let written = '';
  let seed = 7;
  const next = (bound: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % bound;
  };
  for (let step = 0; step < 400; step += 1) {
    const news = next(3) === 0 ? [`lasting ${step}`] : [];
    lasting.push(...news);
    const lines = Array.from({ length: next(4) + 1 }, (_, index) => `line ${index} ${next(3)}`);
    written += screen.draw(news.map((line) => `${line}\n`).join(''), lines, 40);
    expect(screenAfter(written, 40)).toEqual([...lasting, ...lines]);
  }
  expect(screenAfter(written + screen.draw('', [], 40), 40)).toEqual([...lasting, '']);
});

test('a line that has not changed is not written again, and the same frame is nothing', () => {
  const screen = liveScreen();
  screen.draw('', ['one', 'two', 'three'], 40);
  expect(screen.draw('', ['one', 'TWO', 'three'], 40)).toBe('\r\u001b[2A\n\r\u001b[2KTWO\n');
  expect(screen.draw('', ['one', 'TWO', 'three'], 40)).toBe('');
});

test('a terminal that became narrower has broken lines, and none of them is left', () => {
  const screen = liveScreen();
  // What the terminal shows of it after it became 20 columns wide.
  const before = screen.draw('kept\n', ['a'.repeat(30), 'b'.repeat(50)], 60);
  const after = screen.draw('', ['a', 'b'], 20);
  expect(screenAfter(before + after, 20)).toEqual(['kept', 'a', 'b']);
});
