import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import { changeCall } from '../change-call.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeListed, shownMembership } from './change-listed.ts';

const members = 'getMembersByRoom';
const one = killedBy('rooms', 'members-are-filtered-by-one-membership');
const either = killedBy('rooms', 'one-of-two-member-filters-is-enough');
const at = killedBy('rooms', 'members-are-those-of-a-point-in-time');

function hasBoth({ query }: Call): boolean {
  return query.has('membership') && query.has('not_membership');
}

/** Ignores a filter of members in some calls. */
function ignore(homeserver: Homeserver, filter: string, isIgnored: (call: Call) => boolean): void {
  changeCall(homeserver, members, (call) => {
    const others = [...call.query].filter(([name]) => name !== filter);
    return isIgnored(call) ? { query: new URLSearchParams(others) } : {};
  });
}

/** Faults in how members are filtered. */
export const memberFilterMutants: readonly Mutant[] = [
  {
    id: 'members-are-not-filtered-by-membership',
    fault: 'The parameter membership is ignored.',
    killedBy: [...one, ...at],
    mutate: (homeserver) => ignore(homeserver, 'membership', (call) => !hasBoth(call)),
  },
  {
    id: 'members-are-not-filtered-by-not-membership',
    fault: 'The parameter not_membership is ignored.',
    killedBy: one,
    mutate: (homeserver) => ignore(homeserver, 'not_membership', (call) => !hasBoth(call)),
  },
  ...(['join', 'leave', 'ban', 'invite', 'knock'] as const).flatMap((membership) =>
    (['membership', 'not_membership'] as const).flatMap((filter): readonly Mutant[] => {
      // Nobody is invited or knocks, so that ignoring these changes nothing.
      if (filter === 'not_membership' && ['invite', 'knock'].includes(membership)) return [];
      const isAt = filter === 'membership' && membership === 'leave';
      return [
        {
          id: `members-ignore-${filter.replace('_', '-')}-${membership}`,
          fault: `The parameter ${filter} is ignored where it is ${membership}.`,
          killedBy: isAt ? [...one, ...at] : one,
          mutate: (homeserver) =>
            ignore(
              homeserver,
              filter,
              (call) => !hasBoth(call) && call.query.get(filter) === membership,
            ),
        },
      ];
    }),
  ),
  {
    id: 'not-membership-leave-leaves-out-bans-too',
    fault: 'Who is banned counts as one who left where those are not wanted.',
    killedBy: one,
    mutate: (homeserver) =>
      changeListed(homeserver, members, (event, call) => {
        const isFault = call.query.get('not_membership') === 'leave' && !hasBoth(call);
        return isFault && shownMembership(event) === 'ban' ? [] : [event];
      }),
  },
  {
    id: 'two-member-filters-have-to-be-satisfied-both',
    fault: 'With membership and not_membership, those are listed who satisfy both.',
    killedBy: either,
    mutate: (homeserver) =>
      changeListed(homeserver, members, (event, call) => {
        const membership = shownMembership(event);
        const { query } = call;
        const isBoth =
          membership === query.get('membership') && membership !== query.get('not_membership');
        return hasBoth(call) && !isBoth ? [] : [event];
      }),
  },
  {
    id: 'of-two-member-filters-the-first-counts',
    fault: 'With membership, not_membership is ignored.',
    killedBy: either,
    mutate: (homeserver) => ignore(homeserver, 'not_membership', hasBoth),
  },
  {
    id: 'of-two-member-filters-the-second-counts',
    fault: 'With not_membership, membership is ignored.',
    killedBy: either,
    mutate: (homeserver) => ignore(homeserver, 'membership', hasBoth),
  },
  {
    id: 'two-equal-member-filters-cancel-each-other',
    fault: 'With the same membership in both filters nobody is listed.',
    killedBy: either,
    mutate: (homeserver) =>
      changeListed(homeserver, members, (event, { query }) =>
        query.get('membership') === query.get('not_membership') && query.has('membership')
          ? []
          : [event],
      ),
  },
];
