import type { Outcome } from '../model/outcome.ts';
import { visible } from './visible.ts';

/** What was done to an expectations file. */
export interface Updated {
  readonly added: readonly Outcome[];
  readonly removed: readonly Outcome[];
  readonly changed: readonly Outcome[];
  readonly left: readonly Outcome[];
}

/** What bringing an expectations file up to date came to, one line an entry. */
export function tellUpdate(
  file: string,
  { added, removed, changed, left }: Updated,
  { isNew }: { readonly isNew: boolean },
): string {
  const counts = [
    ...(added.length > 0 ? [`${added.length} added`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
  ];
  const news = counts.length > 0 ? counts.join(', ') : 'nothing to change';
  const come = ({ verdict, kind }: Outcome) => (kind ? `${verdict} (${kind})` : verdict);
  return [
    `${visible(file)} ${isNew ? 'is new' : 'is up to date'}: ${news}.`,
    ...added.map((one) => `  + ${visible(one.id)}: ${come(one)}`),
    ...removed.map(({ id }) => `  - ${visible(id)}: it passed`),
    ...changed.map((one) => `  ~ ${visible(one.id)}: ${come(one)}`),
    ...left.map(
      ({ id, expectation }) =>
        `  ! ${visible(id)} was left as it is: ${visible(expectation?.told ?? '')}`,
    ),
    '',
  ].join('\n');
}
