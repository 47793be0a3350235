import type { Json } from './answer.ts';
import { TransportError } from './transport-error.ts';

/** Deeper than any Matrix answer: an event is 64 KiB at the most, its schemas a few levels. */
const deepest = 1000;
/** Some hundred times what the largest answer to the suites holds. */
const most = 200_000;

/**
 * The JSON of a body. It is weighed before it is read: a few megabytes of brackets would become
 * half a gigabyte of objects, or nest deeper than the stack, and no verdict could come of that.
 * @throws TransportError where it nests too deeply, or holds too many values.
 */
export function readJson(text: string): Json {
  weigh(text);
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, message: text.trim() === '' ? 'the body is empty' : 'it is not JSON' };
  }
}

function weigh(text: string): void {
  if (text.length < deepest) return;
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === comma) values += 1;
    else if (code === openArray || code === openObject) {
      depth += 1;
      values += 1;
    } else if (code === closeArray || code === closeObject) depth -= 1;
    if (depth > deepest) throw new TransportError(`the answer nests deeper than ${deepest} levels`);
    if (values > most) throw new TransportError(`the answer holds more than ${most} values`);
  }
}

/** Where the string that begins at `start` ends: strings are most of a body, and are jumped over. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    // After an odd number of backslashes it is part of the string.
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

const quote = 0x22;
const comma = 0x2c;
const openArray = 0x5b;
const backslash = 0x5c;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;
