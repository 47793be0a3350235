/**
 * A text whose parts are literal, or the number of a value that only a replay knows.
 * @typedef {readonly (string | number)[]} Template
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
 * `fresh` are the values that a replay has to make up, as nobody may have used them before.
 * @typedef {{
 *   readonly fresh: readonly number[],
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
  /** @type {Map<string, number>} each way in which a value may be written → its number */
  const numbers = new Map();
  let values = 0;
  const learn = (value, ...forms) => {
    if (numbers.has(value)) return undefined;
    for (const form of [value, ...forms]) numbers.set(form, values);
    values += 1;
    return values - 1;
  };
  const fresh = sent
    .flatMap(({ path, body = '' }) => [...`${path} ${body}`.matchAll(localparts)])
    .flatMap(([localpart]) => learn(localpart) ?? []);
  const lanes = new Map();
  for (const { lane, method, path, headers, body, status, answer } of sent) {
    const template = (text) => cut(text, numbers);
    const step = {
      method,
      path: template(path),
      headers: Object.entries(headers).map(([name, value]) => [name, template(value)]),
      body: body === undefined ? undefined : template(body),
      status,
      takes: newValues(answer).flatMap(([member, value]) => {
        const number = learn(value, percentEncoded(value));
        return number === undefined ? [] : [[number, member]];
      }),
    };
    lanes.set(lane, [...(lanes.get(lane) ?? []), step]);
  }
  const { preflight = [], ...rest } = Object.fromEntries(lanes);
  return { fresh, values, preflight, lanes: Object.values(rest) };
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

/** As the checker writes it in a path. */
function percentEncoded(text) {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** @returns {Template} */
function cut(text, numbers) {
  let parts = [text];
  // Longest first: one value may hold another.
  const forms = [...numbers.keys()].sort((a, b) => b.length - a.length);
  for (const form of forms) {
    if (!text.includes(form)) continue;
    const number = numbers.get(form);
    parts = parts.flatMap((part) =>
      typeof part === 'number'
        ? [part]
        : part.split(form).flatMap((piece, index) => (index === 0 ? [piece] : [number, piece])),
    );
  }
  return parts.filter((part) => part !== '');
}
