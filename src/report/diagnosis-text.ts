import type { Diagnosis, Finding, Recipe } from '../model/diagnosis.ts';
import { paint as painter } from './paint.ts';
import type { Look } from './terminal.ts';
import type { Colour } from './verdict-sign.ts';
import { visible } from './visible.ts';
import { indented } from './wrap.ts';

const signs = {
  good: { symbol: '✓', colour: 'green' },
  note: { symbol: '~', colour: 'yellow' },
  bad: { symbol: '✗', colour: 'red' },
} as const satisfies Record<Finding['state'], { symbol: string; colour: Colour }>;

/** What is to be copied is neither wrapped nor decorated. */
function recipeLines({ title, where, lines, also }: Recipe, width: number): readonly string[] {
  return [
    indented('    ', `${title}, in ${where}:`, width),
    ...lines.map((line) => `        ${line}`),
    ...(also === undefined ? [] : [indented('      ', also, width)]),
  ];
}

function findingLines({ check, said, answered, recipes = [] }: Finding, width: number) {
  const [first, ...others] = recipes.map((recipe) => recipeLines(recipe, width));
  return [
    indented('    ', `${check}: ${visible(said, 2000)}`, width).slice(4),
    ...(answered === undefined
      ? []
      : [
          `    asked     ${visible(answered.request)}`,
          `    answer    ${visible(answered.answer, 200)}`,
          ...(answered.body === '' ? [] : [`    body      ${visible(answered.body, 900)}`]),
        ]),
    ...(others.length > 0 ? ['    Any one of these will do.'] : []),
    ...(first ?? []),
    ...others.flatMap((lines) => ['    or', ...lines]),
  ];
}

/** A diagnosis for people: each thing that was looked at, what to change, and last whether a run can begin. */
export function diagnosisText(
  { target, software, findings, isReady, canBegin }: Diagnosis,
  look: Look,
): string {
  const paint = painter(look.color);
  const width = Math.max(40, look.width);
  const where = visible(target, 200);
  const told = findings.flatMap((finding) => {
    const { symbol, colour } = signs[finding.state];
    const [head = '', ...rest] = findingLines(finding, width);
    return [`  ${paint(colour, symbol)} ${head}`, ...rest];
  });
  const isSlow = findings.some(({ state }) => state === 'note');
  const ready = isSlow ? 'A run can begin; what is marked ~ hampers it.' : 'A run can begin.';
  const not = canBegin
    ? 'A run can begin, and cannot say whether the homeserver conforms: what is marked ✗ is in its way.'
    : 'A run cannot begin: what is marked ✗ is in its way.';
  const last = isReady ? ready : indented('', not, width);
  const head = `${where} (${visible(software, 100)})`;
  return `${[paint('bold', head), ...told, paint(isReady ? 'green' : 'red', last)].join('\n')}\n`;
}
