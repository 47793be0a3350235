import { plural } from '../../plural.ts';
import type { EvidenceChunk, PageTry, PageViolation } from '../evidence-chunk.ts';
import { build } from './build.ts';
import { exchangeView } from './exchange-view.ts';

const pieceElements = { same: 'span', gone: 'del', come: 'ins' } as const;

function compared({ expected, actual, pieces }: PageViolation): HTMLElement {
  const side = (title: string, text: string) =>
    build('div', {}, build('strong', {}, title), build('pre', {}, text || '(nothing)'));
  const both = build('div', { class: 'pair' }, side('Expected', expected), side('Actual', actual));
  if (pieces === undefined) return both;
  const shown = pieces.map(([how, text]) => build(pieceElements[how], {}, text));
  return build(
    'div',
    {},
    both,
    build('strong', {}, 'Difference (struck out: expected, underlined: actual)'),
    build('pre', { class: 'difference' }, ...shown),
  );
}

function violationView(violation: PageViolation, id: string): HTMLElement {
  const { requirement, level, kind, subject, message, underTest } = violation;
  const other = requirement === id ? '' : ` · ${requirement}`;
  const where = underTest ? '' : ' · before the point';
  return build(
    'div',
    { class: 'violation' },
    build('div', {}, message),
    build('small', {}, `${level} · ${kind} · ${subject}${other}${where}`),
    compared(violation),
  );
}

function tryView(one: PageTry, headers: EvidenceChunk['headers'], id: string): HTMLElement {
  const shown = new Set(one.violations.map(({ exchange }) => exchange));
  const exchanges = one.exchanges.map((exchange, index) =>
    exchange === null ? undefined : exchangeView(exchange, headers, shown.has(index)),
  );
  const kept = exchanges.filter((exchange) => exchange !== undefined);
  const all = exchanges.length + one.left;
  const missing = all - kept.length;
  return build(
    'div',
    {},
    ...one.violations.map((violation) => violationView(violation, id)),
    ...one.notes.map((note) => build('p', {}, `Note: ${note}`)),
    build('h4', {}, `${plural(all, 'request')}, ${plural(one.checks, 'check')}`),
    missing > 0
      ? build('p', { class: 'quiet' }, `Of the requests ${missing} cannot be seen on this page.`)
      : undefined,
    ...kept,
  );
}

/** What the tries of a scenario saw, all that the page carries of it. */
export function evidenceView(
  tries: readonly PageTry[],
  headers: EvidenceChunk['headers'],
  id: string,
): HTMLElement {
  if (tries.length === 0) return build('p', {}, 'It was never run.');
  const told = tries.flatMap((one, index) => [
    tries.length > 1
      ? build('h4', {}, `Try ${index + 1}: ${one.verdict}${one.reason && `, ${one.reason}`}`)
      : undefined,
    tryView(one, headers, id),
  ]);
  return build('div', {}, ...told);
}
