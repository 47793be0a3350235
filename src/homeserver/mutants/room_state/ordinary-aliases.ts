import { ok } from '../../http/call.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { ruleAliases } from './rule-aliases.ts';

const ordinary = killedBy('room_state', 'aliases-are-ordinary-events-from-version-6');
const redacted = killedBy('room_state', 'a-redaction-leaves-aliases-up-to-version-5');

/** Faults in `m.room.aliases` since it is an event like others, and in what a redaction leaves. */
export const ordinaryAliasesMutants: readonly Mutant[] = [
  ...(['6', '12'] as const).map(
    (version): Mutant => ({
      id: `aliases-take-no-power-in-version-${version}`,
      fault: `In rooms of version ${version} any member may set m.room.aliases of their server.`,
      killedBy: ordinary,
      mutate: (homeserver) =>
        ruleAliases(
          homeserver,
          (one) => one === version,
          ({ stateKey }) => (stateKey === homeserver.name ? undefined : 'go on'),
        ),
    }),
  ),
  ...(['6', '11'] as const).map(
    (version): Mutant => ({
      id: `aliases-of-others-are-refused-in-version-${version}`,
      fault: `In rooms of version ${version} nobody may set m.room.aliases of another server.`,
      killedBy: ordinary,
      mutate: (homeserver) =>
        ruleAliases(
          homeserver,
          (one) => one === version,
          ({ stateKey = '' }) => (stateKey.includes('example') ? 'not your server' : 'go on'),
        ),
    }),
  ),
  ...(['5', '6', '9'] as const).map(
    (version): Mutant => ({
      id: `a-redaction-mistakes-aliases-in-version-${version}`,
      fault: `A redaction in rooms of version ${version} keeps aliases where it should not, or not.`,
      killedBy: redacted,
      mutate: (homeserver) =>
        changeReply(homeserver, 'getRoomStateWithKey', (reply, { params }) => {
          const room = homeserver.rooms.get(params.roomId ?? '');
          const isRedacted =
            params.eventType === 'm.room.aliases' &&
            room?.version === version &&
            room.events.at(-1)?.type === 'm.room.redaction';
          const left = version === '5' ? {} : { aliases: [`#kept:${homeserver.name}`] };
          return isRedacted ? ok(left) : reply;
        }),
    }),
  ),
];
