/**
 * @typedef {import('./corpus.mjs').Corpus} Corpus
 * @typedef {import('./tool.mjs').Tool} Tool
 * @typedef {import('./tool.mjs').Verdict} Verdict
 */

/**
 * How a tool does. `found` has a case's name where the tool takes such documents, and whether it
 * found the defect; `alarms` and `unable` have the controls that it reports or cannot check. What
 * is odd is a defect that it tells by another rule, or more than once.
 *
 * @typedef {{
 *   readonly name: string, readonly leftOut?: string,
 *   readonly found: ReadonlyMap<string, boolean>,
 *   readonly alarms: ReadonlyMap<string, readonly string[]>,
 *   readonly unable: ReadonlyMap<string, readonly string[]>,
 *   readonly oddities: readonly string[],
 * }} Score
 */

/** @type {Verdict} */
const silence = { errors: [], troubles: [] };

/** @param {Tool} tool @param {Corpus} corpus @param {string} folder @returns {Promise<Score>} */
export async function scoreTool(tool, corpus, folder) {
  const found = new Map();
  const alarms = new Map();
  const unable = new Map();
  const oddities = [];
  const score = { name: tool.name, found, alarms, unable, oddities };
  const subjects = [...corpus.cases.map((one) => one.defect), ...corpus.controls].filter(
    tool.takes,
  );
  let verdicts;
  try {
    await tool.install(folder);
    verdicts = await tool.judge(subjects, folder);
  } catch (error) {
    return { ...score, leftOut: String(error.message).trim().split('\n')[0] };
  }
  const verdictOf = (subject) => verdicts.get(subject.id) ?? silence;
  const finds = tool.finds ?? tellsMore;
  for (const { wrong, defect, control } of corpus.cases.filter((one) => tool.takes(one.defect))) {
    const { places = [] } = verdictOf(defect);
    found.set(wrong.name, finds(wrong, verdictOf(defect), verdictOf(control)));
    const rules = places.map((place) => place.rule);
    if (places.length > 1 || (places.length === 1 && rules[0] !== wrong.rule)) {
      oddities.push(`${wrong.name}: ${rules.join(', ')} instead of ${wrong.rule}`);
    }
  }
  for (const control of corpus.controls.filter(tool.takes)) {
    const { errors, troubles } = verdictOf(control);
    if (errors.length > 0) alarms.set(control.id, errors);
    else if (troubles.length > 0) unable.set(control.id, troubles);
  }
  return score;
}

/** Whether a tool says something of the defect that it does not say of the control. */
function tellsMore(_wrong, defect, control) {
  const known = new Set(all(control));
  return all(defect).some((message) => !known.has(message));
}

function all({ errors, troubles, remarks = [] }) {
  return [...errors, ...troubles, ...remarks];
}
