import { Writable } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { watchTraffic } from './watch-traffic.ts';

const counts = { exchanges: 2, judged: 1, notJudged: 1, findings: 0 };
const line = '2 exchanges · 1 judged · 1 not judged · 0 findings';

afterEach(() => vi.unstubAllEnvs());

/** What is written to a terminal. */
function watched() {
  vi.stubEnv('CI', '').stubEnv('TERM', 'xterm');
  let text = '';
  const out = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  const terminal = Object.assign(out, { isTTY: true, columns: 100 }) as unknown;
  return { watch: watchTraffic(terminal as NodeJS.WriteStream), text: () => text };
}

test('counts are told again after they were taken away, and after the end no more', () => {
  const { watch, text } = watched();
  watch.note(counts);
  watch.clear();
  expect(text()).toBe(`${line}\r\u001b[K`);
  watch.note(counts);
  watch.end();
  // The last ones may come late, when a report stands where they would be written.
  watch.note(counts);
  expect(text()).toBe(`${line}\r\u001b[K`.repeat(2));
});
