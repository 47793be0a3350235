import { written } from './written.mjs';

/**
 * A text whose parts are literal, or the number of a value that only a replay knows, and how that
 * is written.
 * @typedef {readonly (string | readonly [number, string])[]} Template
 *
 * One request of a replay, and the members of its answer that later requests need.
 * @typedef {{
 *   readonly method: string,
 *   readonly path: Template,
 *   readonly headers: readonly (readonly [string, Template])[],
 *   readonly body: Template | undefined,
 *   readonly status: number,
 *   readonly takes: readonly (readonly [number, string])[],
 * }} Step
 *
 * What to replay: requests that were sent before all others, and lanes that several workers share.
 * `fresh` are the values that a replay has to make up, as nobody may have used them before, and how
 * long they are.
 * @typedef {{
 *   readonly fresh: readonly (readonly [number, number])[],
 *   readonly values: number,
 *   readonly preflight: readonly Step[],
 *   readonly lanes: readonly (readonly Step[])[],
 * }} Script
 */

/** The members of answers that homeservers make up and requests repeat. */
const members = ['access_token', 'session', 'room_id', 'event_id'];
/** The localparts that the checker makes up; user ids and aliases hold them. */
const localparts = /mxc[0-9a-z]{10,}/g;

/**
 * Makes a script of a recording: every value that is another one each time becomes a number.
 *
 * @param {readonly import('./record-run.mjs').Sent[]} sent
 * @returns {Script}
 */
export function makeScript(sent) {
  const { plain, ...inPaths } = written;
  const inText = vocabulary({ plain });
  const inPath = vocabulary(inPaths);
  const known = new Set();
  const learn = (value) => {
    if (known.has(value)) return undefined;
    for (const { add } of [inText, inPath]) add(value, known.size);
    known.add(value);
    return known.size - 1;
  };
  const fresh = sent
    .flatMap(({ path, body = '' }) => [...`${path} ${body}`.matchAll(localparts)])
    .flatMap(([localpart]) => {
      const number = learn(localpart);
      return number === undefined ? [] : [[number, localpart.length]];
    });
  const lanes = new Map();
  for (const { lane, method, path, headers, body, status, answer } of sent) {
    const step = {
      method,
      path: inPath.cut(path),
      headers: Object.entries(headers).map(([name, value]) => [name, inText.cut(value)]),
      body: body === undefined ? undefined : inText.cut(body),
      status,
      takes: newValues(answer).flatMap(([member, value]) => {
        const number = learn(value);
        return number === undefined ? [] : [[number, member]];
      }),
    };
    lanes.set(lane, [...(lanes.get(lane) ?? []), step]);
  }
  const { preflight = [], ...rest } = Object.fromEntries(lanes);
  return { fresh, values: known.size, preflight, lanes: Object.values(rest) };
}

/** @returns {[string, string][]} the name and value of each member to remember */
function newValues(answer) {
  try {
    const json = JSON.parse(answer);
    return members.flatMap((member) =>
      typeof json?.[member] === 'string' ? [[member, json[member]]] : [],
    );
  } catch {
    return [];
  }
}

/** The values of a recording, in each of some ways in which they may be written. */
function vocabulary(ways) {
  /** @type {Map<string, readonly [number, string]>} a value as it is written → its number, and how */
  const words = new Map();
  return {
    add(value, number) {
      for (const [how, write] of Object.entries(ways)) {
        const word = write(value);
        if (!words.has(word)) words.set(word, [number, how]);
      }
    },
    cut: (text) => cut(text, words),
  };
}

/** @returns {Template} */
function cut(text, words) {
  let parts = [text];
  // Longest first: one value may hold another.
  const found = [...words.keys()].filter((word) => text.includes(word));
  for (const word of found.sort((a, b) => b.length - a.length)) {
    const named = words.get(word);
    parts = parts.flatMap((part) =>
      typeof part === 'string'
        ? part.split(word).flatMap((piece, index) => (index === 0 ? [piece] : [named, piece]))
        : [part],
    );
  }
  return parts.filter((part) => part !== '');
}
