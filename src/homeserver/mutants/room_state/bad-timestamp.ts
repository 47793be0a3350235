import type { Homeserver } from '../../homeserver.ts';
import type { Call } from '../../http/call.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import { changeCall } from '../change-call.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeTime } from './change-time.ts';

const bad = killedBy('room_state', 'a-time-that-is-none-is-refused');
const ofUser = killedBy('room_state', 'a-user-does-not-say-when-an-event-was-sent');
const put = 'setRoomStateWithKey';
const none = /\D/;

/** Lets ordinary users say when an event was sent, where `isMeant`. */
function believe(homeserver: Homeserver, isMeant: (call: Call) => boolean): void {
  changeCall(homeserver, put, (call) => {
    const { session } = call;
    if (session === undefined || session.isApplicationService || !isMeant(call)) return {};
    return { session: { ...session, isApplicationService: true } };
  });
}

/** Faults in which times are taken, and from whom. */
export const badTimestampMutants: readonly Mutant[] = [
  ...(
    [
      ['is-none', 'that is none is not read', () => undefined, none],
      ['is-a-fraction', 'that is a fraction is rounded', (ts: string) => ts.split('.')[0], /\./],
      ['is-a-date', 'that is a date is read as one', (ts: string) => String(Date.parse(ts)), /-/],
      ['has-a-unit', 'with a unit is read without it', (ts: string) => ts.slice(0, -2), /\dms$/],
      ['is-a-word', 'that is a word is taken for 0', () => '0', /^[a-z]/],
    ] as const
  ).map(
    ([what, told, change, isMeant]): Mutant => ({
      id: `a-time-that-${what}-is-taken`,
      fault: `A ?ts= of a service ${told}.`,
      killedBy: bad,
      mutate: (homeserver) => changeTime(homeserver, change, isMeant),
    }),
  ),
  ...([403, 500] as const).map(
    (status): Mutant => ({
      id: `a-time-that-is-none-gets-a-${status}`,
      fault: `A ?ts= of a service that is no time is answered with ${status}.`,
      killedBy: bad,
      mutate: (homeserver) =>
        changeTime(
          homeserver,
          () => {
            throw new MatrixError(status, 'M_UNKNOWN', 'This is no time');
          },
          none,
        ),
    }),
  ),
  {
    id: 'every-user-says-when-an-event-was-sent',
    fault: 'The ?ts= of an ordinary user is read as that of a service.',
    killedBy: ofUser,
    mutate: (homeserver) => believe(homeserver, () => true),
  },
  {
    id: 'every-user-says-that-an-event-is-old',
    fault: 'The ?ts= of an ordinary user is read where it is in the past.',
    killedBy: ofUser,
    mutate: (homeserver) =>
      believe(homeserver, ({ query }) => Number(query.get('ts')) < Date.now()),
  },
  {
    id: 'every-user-says-that-an-event-is-to-come',
    fault: 'The ?ts= of an ordinary user is read where it is in the future.',
    killedBy: ofUser,
    mutate: (homeserver) =>
      believe(homeserver, ({ query }) => Number(query.get('ts')) > Date.now()),
  },
  {
    id: 'every-user-says-when-an-event-with-the-empty-key-was-sent',
    fault: 'The ?ts= of an ordinary user is read for entries with the empty key.',
    killedBy: ofUser,
    mutate: (homeserver) => believe(homeserver, ({ params }) => !params.stateKey),
  },
];
