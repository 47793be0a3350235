import { changeCall } from '../change-call.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeTime } from './change-time.ts';
import { requestUnderWay } from './request-under-way.ts';

const ofService = killedBy('room_state', 'a-service-says-when-its-events-were-sent');
const put = 'setRoomStateWithKey';

const good = /^\d+$/;

/** Faults in how the time is read that a service gives. */
export const timestampMutants: readonly Mutant[] = [
  {
    id: 'the-time-of-a-service-is-ignored',
    fault: 'The ?ts= of a service is not read on PUT of state.',
    killedBy: ofService,
    mutate: (homeserver) => changeTime(homeserver, () => undefined, good),
  },
  {
    id: 'the-time-of-a-service-counts-for-its-users-alone',
    fault: 'The ?ts= of a service is not read where it speaks for itself.',
    killedBy: ofService,
    mutate: (homeserver) =>
      changeTime(homeserver, (ts, { query }) => (query.has('user_id') ? ts : undefined), good),
  },
  {
    id: 'the-time-of-a-service-counts-for-itself-alone',
    fault: 'The ?ts= of a service is not read where it speaks for a user.',
    killedBy: ofService,
    mutate: (homeserver) =>
      changeTime(homeserver, (ts, { query }) => (query.has('user_id') ? undefined : ts), good),
  },
  {
    id: 'the-time-of-a-service-counts-with-a-key-alone',
    fault: 'The ?ts= of a service is not read for entries with the empty key.',
    killedBy: ofService,
    mutate: (homeserver) =>
      changeTime(homeserver, (ts, { params }) => (params.stateKey ? ts : undefined), good),
  },
  {
    id: 'the-time-of-a-service-does-not-count-without-the-slash',
    fault: 'The ?ts= of a service is not read on the path that leaves out the slash.',
    killedBy: ofService,
    mutate: (homeserver) => {
      const request = requestUnderWay(homeserver);
      const { accountChecks } = homeserver;
      const { guest } = accountChecks;
      let form: string | undefined;
      accountChecks.guest = (account, operationId) => {
        form = request.form;
        guest(account, operationId);
      };
      changeTime(homeserver, (ts) => (form === 'without the slash' ? undefined : ts), good);
    },
  },
  {
    id: 'the-time-of-a-service-is-in-seconds',
    fault: 'The ?ts= of a service is stored in whole seconds.',
    killedBy: ofService,
    mutate: (homeserver) =>
      changeTime(homeserver, (ts) => String(Math.floor(Number(ts) / 1000)), good),
  },
  {
    id: 'the-time-of-a-service-is-never-in-the-future',
    fault: 'A ?ts= in the future is taken for now.',
    killedBy: ofService,
    mutate: (homeserver) =>
      changeTime(homeserver, (ts) => String(Math.min(Number(ts), Date.now())), good),
  },
  {
    id: 'the-time-of-a-service-is-never-long-ago',
    fault: 'A ?ts= before the year 2000 is taken for none.',
    killedBy: ofService,
    mutate: (homeserver) =>
      changeTime(homeserver, (ts) => (Number(ts) < 946_684_800_000 ? undefined : ts), good),
  },
  {
    id: 'the-time-of-a-service-stays',
    fault: 'Without a ?ts= a service’s event has the one that was given last in the room.',
    killedBy: ofService,
    mutate: (homeserver) => {
      const last = new Map<string, string>();
      changeCall(homeserver, put, ({ query, params, session }) => {
        const { roomId = '' } = params;
        if (session?.isApplicationService !== true) return {};
        const given = query.get('ts');
        if (given !== null) last.set(roomId, given);
        const ts = last.get(roomId);
        return ts === undefined || given !== null
          ? {}
          : { query: new URLSearchParams([...query, ['ts', ts]]) };
      });
    },
  },
];
