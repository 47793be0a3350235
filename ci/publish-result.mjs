// Publishes what a run against a real homeserver came to: as data, and as a page for people.
//
//   node ci/publish-result.mjs NAME RUN.json EXPECTATIONS.yaml CONFIGURATION
//
// writes reports/NAME.json and reports/NAME.md. EXPECTATIONS.yaml says of each deviation why we think
// that it is one; CONFIGURATION is a sentence. A deviation that nobody has explained ends it with 1.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const [, , name, runFile, expectationsFile, configuration] = process.argv;
if (configuration === undefined) {
  console.error('node ci/publish-result.mjs NAME RUN.json EXPECTATIONS.yaml CONFIGURATION');
  process.exit(2);
}

const run = JSON.parse(readFileSync(runFile, 'utf8'));
const explained = parse(readFileSync(expectationsFile, 'utf8')) ?? {};
const unclear = parse(readFileSync(new URL('unclear.yaml', import.meta.url), 'utf8'));
const reports = fileURLToPath(new URL('../reports', import.meta.url));
const specification = 'https://spec.matrix.org/latest/';

const isObserved = ({ level }) => level === 'UNSPECIFIED';
const deviations = run.outcomes.filter(({ verdict }) => !['pass', 'unsupported'].includes(verdict));
const unexplained = deviations.filter(({ id }) => !explained[id]?.reason);
if (unexplained.length > 0 || run.problems.length > 0) {
  for (const problem of run.problems) console.error(problem);
  for (const { id, verdict } of unexplained)
    console.error(`${id}: ${verdict}, and nobody says why`);
  process.exit(1);
}

/**
 * Exchanges are kept where they show a deviation; all of them would be megabytes. What it takes to
 * grade them again is of no use then.
 */
const compact = {
  ...run,
  outcomes: run.outcomes.map((outcome) => ({
    ...outcome,
    tries: outcome.tries.map(({ recording: _, ...one }) =>
      outcome.verdict === 'pass' ? { ...one, exchanges: [] } : withEvidence(one),
    ),
  })),
};

/** The exchanges that violations point at, under the numbers that they had. */
function withEvidence(one) {
  const shown = new Set(one.violations.map(({ exchange }) => exchange));
  const kept = one.exchanges.map((exchange, index) => (shown.has(index) ? exchange : null));
  return { ...one, exchanges: kept };
}

writeFileSync(`${reports}/${name}.json`, `${JSON.stringify(compact, null, 1)}\n`);
writeFileSync(`${reports}/${name}.md`, page());
console.log(`reports/${name}.json, reports/${name}.md`);

function page() {
  const { server, counts, startedAt } = run;
  return [
    `# ${server.software === 'unknown' ? `${name[0].toUpperCase()}${name.slice(1)}` : inline(server.software)}`,
    '',
    `Held against the specification by matrix-conformance ${run.checker.version} on ${startedAt.slice(0, 10)}: ${configuration}`,
    '',
    '| | |',
    '|---|---|',
    `| advertises | ${inline(`${server.versions[0]} to ${server.versions.at(-1)}`)} |`,
    `| room version | ${inline(`${server.roomVersion}, and for what differs by version each of ${server.roomVersions.join(', ')}`)} |`,
    `| accounts | ${inline(server.accounts)} |`,
    `| scenarios | ${run.outcomes.length}: ${tally(counts)} |`,
    `| requests | ${run.exchanges} |`,
    '',
    'Each deviation was held by hand against the section that it links to. It is the homeserver’s; where the specification has its part in it, a line says so.',
    '',
    ...chapter('What breaks a MUST', 'fail'),
    ...chapter('What does not follow a SHOULD, or breaks down', 'advice'),
    ...chapter('What could not be said', 'inconclusive'),
    ...chapter('What went wrong with the checker', 'error'),
    ...chapter('What it does not have, or what was not given', 'unsupported'),
    ...observations(),
  ].join('\n');
}

function tally(counts) {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ');
}

function chapter(title, verdict) {
  const found = run.outcomes.filter((outcome) => outcome.verdict === verdict);
  if (found.length === 0) return [];
  return [`## ${title}`, '', ...found.flatMap(entry), ''];
}

function entry({ id, title, section, rows, reason }) {
  const { reason: why, url } = explained[id] ?? {};
  return [
    `- **${title}** ([\`${id}\`](${specification}${section}), ${rows.join(', ')})`,
    `  - seen: ${inline(reason)}`,
    ...(why === undefined
      ? []
      : [`  - why: ${inline(why)}${url === undefined ? '' : ` (${url})`}`]),
    ...(unclear[id] === undefined || why === undefined
      ? []
      : [`  - the specification’s part: ${inline(unclear[id])}`]),
  ];
}

function observations() {
  const found = run.outcomes.filter((outcome) => isObserved(outcome) && outcome.verdict === 'pass');
  if (found.length === 0) return [];
  return [
    '## What it does where the specification leaves it open',
    '',
    ...found.flatMap(({ title, tries }) => [
      `- ${title}`,
      ...(tries.at(-1)?.notes ?? []).map((note) => `  - ${inline(note)}`),
    ]),
    '',
  ];
}

/** A homeserver's words, as text in a line of Markdown. */
function inline(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_<>[\]|]/g, '\\$&')
    .trim();
}
