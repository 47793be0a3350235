import { isOpenapi } from './tool.mjs';

/**
 * @typedef {import('./corpus.mjs').Corpus} Corpus
 * @typedef {import('./score.mjs').Score} Score
 */

/** The rules beyond examples and schemas; no other tool sets out to have them all. */
const further = new Set([
  'operation-documents-an-error',
  'response-requires-something',
  'one-of-branches-are-disjoint',
  'prose-status-is-documented',
  'path-key-is-clean',
]);

/** @type {Readonly<Record<string, (one: import('./corpus.mjs').Case) => boolean>>} */
const groups = {
  'all defects': () => true,
  OpenAPI: ({ wrong, defect }) => isOpenapi(defect) && !defect.isMatrix && !further.has(wrong.rule),
  'JSON Schema': ({ defect }) => defect.kind === 'json-schema',
  'as only Matrix does': ({ defect }) => defect.isMatrix,
  'further rules': ({ wrong }) => further.has(wrong.rule),
};

/** One row a tool. @param {Corpus} corpus @param {readonly Score[]} scores */
export function tellTools({ cases, controls }, scores) {
  const columns = Object.entries(groups).map(([label, has]) => [label, cases.filter(has)]);
  const plain = new Set(controls.filter((one) => !one.isMatrix).map((one) => one.id));
  const heads = [
    'tool',
    ...columns.map(([label, members]) => `${label} (${members.length})`),
    `controls alarmed: plain (${plain.size})`,
    `as only Matrix does (${controls.length - plain.size})`,
    'controls it could not check',
  ];
  const rows = scores.map((score) => {
    if (score.leftOut !== undefined) return [score.name, `left out: ${score.leftOut}`];
    const counts = columns.map(
      ([, members]) => members.filter((one) => score.found.get(one.wrong.name)).length,
    );
    const alarms = [...score.alarms.keys()].filter((id) => plain.has(id)).length;
    return [score.name, ...counts, alarms, score.alarms.size - alarms, score.unable.size];
  });
  return table(heads, rows);
}

/** One row a defect. @param {Corpus} corpus @param {readonly Score[]} scores */
export function tellCases(corpus, scores) {
  const ran = scores.filter((score) => score.leftOut === undefined);
  const rows = corpus.cases.map(({ wrong }) => [
    wrong.name,
    wrong.rule,
    ...ran.map((score) => ({ true: 'found', false: '–' })[score.found.get(wrong.name)] ?? ''),
  ]);
  const note = 'Empty: the tool does not take documents of this kind.';
  return `\n${table(['defect', 'rule', ...ran.map((score) => score.name)], rows)}\n\n${note}`;
}

/** Which controls were reported, and what is odd. @param {readonly Score[]} scores */
export function tellAlarms(scores) {
  return scores
    .flatMap((score) => [
      ...[...score.alarms].map(([id, errors]) => [score.name, 'alarm', id, errors[0]]),
      ...[...score.unable].map(([id, troubles]) => [score.name, 'unable', id, troubles[0]]),
      ...score.oddities.map((text) => [score.name, 'odd', ...text.split(': ')]),
    ])
    .map(([name, what, id, why]) => `- ${name}, ${what}: ${id}: ${why.slice(0, 160)}`)
    .join('\n')
    .replace(/^(?=.)/, '\n');
}

function table(heads, rows) {
  const cells = rows.map((row) => [...row, ...Array(heads.length - row.length).fill('')]);
  return [heads, heads.map(() => '---'), ...cells]
    .map((row) => `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
