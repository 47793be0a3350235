import { visible } from '../report/visible.ts';
import { harExchanges, isHar } from '../traffic/recorded/har-exchanges.ts';
import { memberOf } from '../traffic/recorded/member-of.ts';
import type { RecordedExchange } from '../traffic/recorded/recorded-exchange.ts';
import { runExchanges } from '../traffic/recorded/run-exchanges.ts';
import { readBeside } from './read-beside.ts';
import { readBoundedFile } from './read-bounded-file.ts';
import { UsageError } from './usage-error.ts';

/**
 * The exchanges of a HAR file, or of a run's `ndjson` or `json`.
 * @throws UsageError, with one sentence, for anything else
 */
export async function readRecordedTraffic(file: string): Promise<Iterable<RecordedExchange>> {
  const text = (await readBoundedFile(file)).replace(/^\uFEFF/, '');
  const whole = parsed(text);
  if (whole !== undefined) {
    if (isHar(whole)) return harExchanges(whole, readBeside(file));
    const outcomes = memberOf(whole, 'outcomes');
    if (Array.isArray(outcomes)) return ofOutcomes(outcomes);
    if (memberOf(whole, 'type') === undefined) throw neither(file, 'it is other JSON');
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  if (typeof memberOf(parsed(first), 'type') === 'string') return ofLines(file, lines);
  if (text.startsWith('PK')) {
    throw new UsageError(
      `${file} is a ZIP archive, which is not read: unpack it, and name the .har file in it; or record with content: 'embed'.`,
    );
  }
  if (whole !== undefined) throw neither(file, 'it is other JSON');
  throw neither(file, text.trim() === '' ? 'it is empty' : 'it is not JSON');
}

function* ofOutcomes(outcomes: readonly unknown[]): Generator<RecordedExchange> {
  for (const outcome of outcomes) yield* runExchanges(outcome);
}

function* ofLines(file: string, lines: readonly string[]): Generator<RecordedExchange> {
  for (const [index, line] of lines.entries()) {
    const event = parsed(line);
    // Whoever writes it may have been stopped in the middle of the last line.
    if (event === undefined && index < lines.length - 1) {
      throw new UsageError(`${file}:${index + 1}: the line is not JSON: ${visible(line, 60)}`);
    }
    if (memberOf(event, 'type') === 'scenario-finished') {
      yield* runExchanges(memberOf(event, 'outcome'));
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function neither(file: string, why: string): UsageError {
  return new UsageError(
    `${file} is neither a HAR file nor what --report ndjson=FILE or json=FILE of a run writes: ${why}.`,
  );
}
