import type { RunResult } from '../../model/run-result.ts';
import { type Coverage, coverage, type OperationCoverage } from '../coverage.ts';
import { plural } from '../plural.ts';
import { visible } from '../visible.ts';
import { element, type Markup } from './markup.ts';

function operationRow({ method, path, operationId, seen, unseen }: OperationCoverage): Markup {
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element('code', {}, `${method} ${visible(path)}`),
      ' ',
      element('small', {}, operationId),
    ),
    element(
      'td',
      {},
      seen.map(({ status, count, isDocumented }) =>
        element(
          'span',
          { class: 'status' },
          element('b', {}, status),
          ` × ${count}`,
          !isDocumented && ' undocumented',
        ),
      ),
    ),
    element('td', { class: 'quiet' }, unseen.join(', ') || '·'),
  );
}

function never({ operations }: Coverage): Markup | false {
  const none = operations.filter(({ calls }) => calls === 0);
  return (
    none.length > 0 &&
    element(
      'details',
      {},
      element('summary', {}, `${plural(none.length, 'operation')} never called`),
      element(
        'ul',
        {},
        none.map(({ method, path, operationId }) =>
          element(
            'li',
            {},
            element('code', {}, `${method} ${visible(path)}`),
            ' ',
            element('small', {}, operationId),
          ),
        ),
      ),
    )
  );
}

/** Which operations of the specification were called, and what they answered. */
export function coverageTable({ outcomes, specified, answered }: RunResult): Markup | undefined {
  if (specified === undefined || specified.length === 0) return undefined;
  const exchanges = outcomes.flatMap(({ tries }) => tries.flatMap((one) => one.exchanges));
  // A published result has null where it leaves out an exchange that nothing points at.
  const seen = coverage(
    specified,
    exchanges.filter((one) => one !== null),
    answered,
  );
  const called = seen.operations.filter(({ calls }) => calls > 0);
  const { statuses } = seen;
  return element(
    'section',
    { 'aria-labelledby': 'coverage' },
    element('h2', { id: 'coverage' }, 'Coverage'),
    element(
      'p',
      {},
      `${seen.exercised} of ${plural(specified.length, 'operation')} of the specification were called, and ${statuses.seen} of ${statuses.total} documented statuses were seen.`,
    ),
    called.length > 0 &&
      element(
        'div',
        { class: 'wide', tabindex: 0, role: 'region', 'aria-labelledby': 'coverage' },
        element(
          'table',
          {},
          element(
            'thead',
            {},
            element(
              'tr',
              {},
              ['operation', 'answered', 'documented, never seen'].map((name) =>
                element('th', { scope: 'col' }, name),
              ),
            ),
          ),
          element('tbody', {}, called.map(operationRow)),
        ),
      ),
    never(seen),
    seen.others.length > 0 &&
      element(
        'p',
        { class: 'quiet' },
        `Called besides: ${seen.others.map(({ operationId, calls }) => `${operationId} (${calls})`).join(', ')}.`,
      ),
  );
}
