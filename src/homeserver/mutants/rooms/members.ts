import { isObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeListed, shownMembership } from './change-listed.ts';

const members = 'getMembersByRoom';
const listed = killedBy('rooms', 'members-are-listed-with-their-membership');
const at = killedBy('rooms', 'members-are-those-of-a-point-in-time');

/** Faults in which members are listed, and as of when. */
export const memberMutants: readonly Mutant[] = [
  {
    id: 'members-lists-no-invitations',
    fault: 'The members are listed without those who are invited.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeListed(homeserver, members, (event, { query }) =>
        shownMembership(event) === 'invite' && query.size === 0 ? [] : [event],
      ),
  },
  {
    id: 'members-lists-no-bans',
    fault: 'The members are listed without those who are banned, but where one asks for them.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeListed(homeserver, members, (event, { query }) =>
        shownMembership(event) === 'ban' && query.size === 0 ? [] : [event],
      ),
  },
  {
    id: 'members-shows-bans-as-leavings',
    fault: 'Who is banned is listed among the members as one who left.',
    killedBy: [
      ...listed,
      ...killedBy(
        'rooms',
        'members-are-filtered-by-one-membership',
        'one-of-two-member-filters-is-enough',
      ),
    ],
    mutate: (homeserver) =>
      changeListed(homeserver, members, (event) => {
        const isBan = shownMembership(event) === 'ban';
        return [isBan ? { ...event, content: { membership: 'leave' } } : event];
      }),
  },
  {
    id: 'members-lists-who-changed-twice',
    fault: 'Who was invited or in the room before is listed twice.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeListed(homeserver, members, (event, { query }) => {
        const { unsigned } = event;
        const isSecond = isObject(unsigned) && unsigned.replaces_state !== undefined;
        return isSecond && query.size === 0 ? [event, event] : [event];
      }),
  },
  {
    id: 'members-are-of-another-room',
    fault: 'The members are shown as those of another room.',
    killedBy: listed,
    mutate: (homeserver) =>
      changeListed(homeserver, members, (event) => [
        { ...event, room_id: '!elsewhere:reference.test' },
      ]),
  },
  {
    id: 'members-are-kept-until-they-are-more',
    fault: 'The list of members is kept until there are more of them: leavings do not show.',
    killedBy: listed,
    mutate: (homeserver) => {
      const kept = new Map<string, readonly unknown[]>();
      changeReply(homeserver, members, (reply, { params, sender, query }) => {
        const chunk = isObject(reply.body) ? reply.body.chunk : undefined;
        if (!Array.isArray(chunk) || query.size > 0) return reply;
        const asked = JSON.stringify([params.roomId, sender]);
        const before = kept.get(asked);
        if (before?.length === chunk.length) return { ...reply, body: { chunk: before } };
        kept.set(asked, chunk);
        return reply;
      });
    },
  },
  {
    id: 'members-as-of-a-token-are-those-of-now',
    fault: 'The token in `at` is ignored.',
    killedBy: at,
    mutate: (homeserver) =>
      changeCall(homeserver, members, ({ query }) => {
        const others = [...query].filter(([name]) => name !== 'at');
        return { query: new URLSearchParams(others) };
      }),
  },
  {
    id: 'members-with-a-filter-are-those-of-now',
    fault: 'The token in `at` is ignored where a membership is asked for too.',
    killedBy: at,
    mutate: (homeserver) =>
      changeCall(homeserver, members, ({ query }) => {
        const others = [...query].filter(([name]) => name !== 'at');
        return query.has('membership') ? { query: new URLSearchParams(others) } : {};
      }),
  },
  {
    id: 'members-as-of-a-token-are-refused',
    fault: 'A token of `at` is refused as one that is not known.',
    killedBy: at,
    mutate: (homeserver) =>
      changeCall(homeserver, members, ({ query }) => {
        if (!query.has('at')) return {};
        throw new MatrixError(400, 'M_INVALID_PARAM', 'at is not a token of this homeserver');
      }),
  },
  {
    id: 'members-as-of-a-token-are-none',
    fault: 'As of a token there are no members.',
    killedBy: at,
    mutate: (homeserver) =>
      changeListed(homeserver, members, (event, { query }) => (query.has('at') ? [] : [event])),
  },
];
