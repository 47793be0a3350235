import type { Outcome } from '../../model/outcome.ts';
import { verdicts } from '../../model/verdict.ts';
import { element, type Markup } from './markup.ts';

function choice(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
): Markup {
  return element(
    'label',
    {},
    element('span', { class: 'quiet' }, label),
    ' ',
    element(
      'select',
      { name },
      [['', 'all'] as const, ...options].map(([value, text]) => element('option', { value }, text)),
    ),
  );
}

/** What the list can be narrowed by. Only a script can do it, so that it is hidden until one runs. */
export function filterForm(outcomes: readonly Outcome[]): Markup {
  const same = (words: Iterable<string>) =>
    [...new Set(words)].map((word) => [word, word] as const);
  const present = verdicts.filter((verdict) => outcomes.some((one) => one.verdict === verdict));
  return element(
    'search',
    { id: 'filters', hidden: true, 'aria-label': 'Scenarios' },
    element(
      'label',
      { class: 'grows' },
      element('span', { class: 'unseen' }, 'Search'),
      element('input', {
        type: 'search',
        name: 'q',
        placeholder: 'Search: title, id, reason, row   ( / )',
        autocomplete: 'off',
        spellcheck: 'false',
      }),
    ),
    choice('verdict', 'verdict', same(present)),
    choice('level', 'level', same(outcomes.map(({ level }) => level))),
    choice('suite', 'suite', same(outcomes.map(({ suite }) => suite))),
    choice('expected', 'news', [
      ['no', 'not as expected'],
      ['yes', 'as expected'],
    ]),
    element('button', { type: 'button', id: 'clear' }, 'Clear'),
    element('output', { id: 'count', role: 'status' }),
  );
}
