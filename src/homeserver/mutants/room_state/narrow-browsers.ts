import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { breakAnswer } from './break-answer.ts';
import { sendUnchecked } from './send-unchecked.ts';

const preflight = killedBy('room_state', 'a-cors-preflight-is-answered-without-a-token');
const named = killedBy('room_state', 'a-cors-preflight-names-what-is-allowed');
const everywhere = killedBy('room_state', 'cors-headers-stand-on-every-answer');
const leaving = killedBy('room_state', 'guests-leave-a-room-that-closes-to-them');
const moderated = killedBy('room_state', 'an-administrator-locks-and-suspends-accounts');

/** An answer that no browser may read. */
const unreadable = <Written extends { headers: Readonly<Record<string, string>> }>({
  headers: { 'Access-Control-Allow-Origin': _, ...headers },
  ...written
}: Written) => ({ ...written, headers });

/** Paths whose preflight goes wrong, each alone. */
const paths = [
  ['an-entry-of-no-room', /none.*\/state\/[^/]+\/key$/, [...preflight, ...named]],
  ['a-key-of-another', /\/state\/.*\/(?:@|%40)bob/, preflight],
  ['a-long-key', /\/state\/.*\/k{256}$/, preflight],
  ['an-event', /\/event\//, preflight],
  ['a-redaction', /\/redact\//, preflight],
  ['the-joined-members', /\/joined_members$/, preflight],
  ['a-departure', /\/leave$/, preflight],
  ['a-sync', /\/sync$/, preflight],
] as const;

/** Faults in what browsers need on one path, or in one case. */
export const narrowBrowserMutants: readonly Mutant[] = [
  ...paths.map(
    ([what, path, seen]): Mutant => ({
      id: `a-preflight-for-${what}-is-not-found`,
      fault: `OPTIONS for ${what.replaceAll('-', ' ')} is refused with 404.`,
      killedBy: seen,
      mutate: (homeserver) =>
        breakAnswer(
          homeserver,
          ({ method, url = '' }) => method === 'OPTIONS' && path.test(url),
          (written) => ({ ...unreadable(written), status: 404 }),
        ),
    }),
  ),
  {
    id: 'a-preflight-leaves-the-room',
    fault: 'OPTIONS for a departure, with a token, is one.',
    killedBy: preflight,
    mutate: (homeserver) => {
      const { preflight: sound } = homeserver.wire;
      homeserver.wire.preflight = (request) => {
        const [, roomId = ''] = /rooms\/([^/]+)\/leave$/.exec(request.url ?? '') ?? [];
        const room = homeserver.rooms.get(decodeURIComponent(roomId));
        const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
        const sender = homeserver.sessions.get(token)?.userId;
        const member = { type: 'm.room.member', content: { membership: 'leave' } };
        if (room && sender)
          sendUnchecked(homeserver, room, { ...member, stateKey: sender, sender });
        return sound(request);
      };
    },
  },
  ...(
    [
      ['the-empty-key', /\/state\/[^/]+\/$/],
      ['the-empty-key-without-the-slash', /\/state\/[^/]+$/],
      ['all-state', /\/state$/],
    ] as const
  ).map(
    ([what, path]): Mutant => ({
      id: `a-preflight-for-${what}-names-nothing`,
      fault: `The answer to OPTIONS for ${what.replaceAll('-', ' ')} allows no origin.`,
      killedBy: named,
      mutate: (homeserver) =>
        breakAnswer(
          homeserver,
          ({ method, url = '' }) => method === 'OPTIONS' && path.test(url),
          unreadable,
        ),
    }),
  ),
  ...(
    [
      ['where-no-origin-is-named', (origin, status) => origin === undefined && status === 200],
      ['of-a-refusal-where-no-origin-is-named', (origin, status) => !origin && status === 403],
      [
        'that-a-token-is-unknown',
        (_origin, status, text) => status === 401 && /UNKNOWN/.test(text),
      ],
      ['of-all-state', (_origin, status, text) => status === 200 && text.startsWith('[')],
    ] as const satisfies readonly (readonly [
      string,
      (origin: string | undefined, status: number, text: string) => boolean,
    ])[]
  ).map(
    ([what, isMeant]): Mutant => ({
      id: `browsers-cannot-read-${what}`,
      fault: `Answers ${what.replaceAll('-', ' ')} have no CORS headers.`,
      killedBy: everywhere,
      mutate: ({ wire }) => {
        const { write } = wire;
        wire.write = (reply, request) => {
          const written = write(reply, request);
          const isOne =
            request.method !== 'OPTIONS' &&
            isMeant(request.headers.origin, written.status, String(written.text));
          return isOne ? unreadable(written) : written;
        };
      },
    }),
  ),
  ...([undefined, 'unknown'] as const).map(
    (word): Mutant => ({
      id: `guests-stay-where-${word === undefined ? 'nothing' : 'something-unknown'}-is-said`,
      fault: `Guests stay where the guest access becomes ${word ?? 'nothing'}.`,
      killedBy: leaving,
      mutate: (homeserver) => {
        const sound = homeserver.afterwards;
        homeserver.afterwards = (event, room) => {
          const isOne = event.type === 'm.room.guest_access' && event.content.guest_access === word;
          if (!isOne) sound(event, room);
        };
      },
    }),
  ),
  ...(['setAdminLockUser', 'setAdminSuspendUser'] as const).map(
    (set): Mutant => ({
      id: `${set === 'setAdminLockUser' ? 'a-lock-suspends' : 'a-suspension-locks'}-too`,
      fault: `A PUT of a ${set === 'setAdminLockUser' ? 'lock' : 'suspension'} both locks and suspends the account.`,
      killedBy: moderated,
      mutate: (homeserver) =>
        changeReply(homeserver, set, (reply, { params }) => {
          const account = homeserver.accounts.get(params.userId ?? '');
          const isMeant = account?.isLocked === true || account?.isSuspended === true;
          if (account && isMeant)
            homeserver.accounts.set(account.userId, {
              ...account,
              isLocked: true,
              isSuspended: true,
            });
          return reply;
        }),
    }),
  ),
];
