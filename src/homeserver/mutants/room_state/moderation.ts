import { isObject, type JsonObject } from '../../events/json.ts';
import { changeReply } from '../change-reply.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const moderates = killedBy('room_state', 'an-administrator-locks-and-suspends-accounts');
/** The operations of one kind, and the member of their bodies. */
const kinds = [
  { kind: 'lock', noun: 'Lock', member: 'locked', property: 'isLocked' },
  { kind: 'suspend', noun: 'Suspend', member: 'suspended', property: 'isSuspended' },
] as const;

/** Faults in how accounts are locked and suspended by who may. */
export const moderationMutants: readonly Mutant[] = kinds.flatMap(
  ({ kind, noun, member, property }): readonly Mutant[] => [
    {
      id: `a-${kind}-answers-what-was-before`,
      fault: `PUT of ${kind} answers what the account was until then.`,
      killedBy: moderates,
      mutate: (homeserver) =>
        changeReply(homeserver, `setAdmin${noun}User`, (reply, { body }) => ({
          ...reply,
          body: { [member]: body[member] !== true },
        })),
    },
    {
      id: `a-${kind}-answers-true`,
      fault: `PUT of ${kind} answers that it was set, also where it was lifted.`,
      killedBy: moderates,
      mutate: (homeserver) =>
        changeReply(homeserver, `setAdmin${noun}User`, (reply) => ({
          ...reply,
          body: { [member]: true },
        })),
    },
    {
      id: `a-${kind}-is-not-seen`,
      fault: `GET of ${kind} always answers false.`,
      killedBy: moderates,
      mutate: (homeserver) =>
        changeReply(homeserver, `getAdmin${noun}User`, (reply) => ({
          ...reply,
          body: { [member]: false },
        })),
    },
    {
      id: `a-${kind}-is-seen-for-ever`,
      fault: `GET of ${kind} answers true for each account of which it was ever set.`,
      killedBy: moderates,
      mutate: (homeserver) => {
        const ever = new Set<string>();
        changeReply(homeserver, `setAdmin${noun}User`, (reply, { params, body }) => {
          if (body[member] === true) ever.add(params.userId ?? '');
          return reply;
        });
        changeReply(homeserver, `getAdmin${noun}User`, (reply, { params }) => ({
          ...reply,
          body: { [member]: ever.has(params.userId ?? '') },
        }));
      },
    },
    {
      id: `a-${kind}-is-a-word`,
      fault: `GET of ${kind} answers a string.`,
      killedBy: killedBy(
        'room_state',
        'an-administrator-locks-and-suspends-accounts',
        'only-an-administrator-locks-and-suspends-accounts',
        'an-account-that-is-not-there-is-neither-locked-nor-suspended',
        'a-deactivated-account-is-neither-locked-nor-suspended',
        'an-administrator-neither-locks-nor-suspends-themself',
      ),
      mutate: (homeserver) =>
        changeReply(homeserver, `getAdmin${noun}User`, (reply) => ({
          ...reply,
          body: {
            [member]: String((isObject(reply.body) ? reply.body : ({} as JsonObject))[member]),
          },
        })),
    },
    {
      id: `a-${kind}-is-there-at-first`,
      fault: `GET of ${kind} answers true for an account that nobody has moderated yet.`,
      killedBy: killedBy(
        'room_state',
        'an-administrator-locks-and-suspends-accounts',
        'only-an-administrator-locks-and-suspends-accounts',
        'an-administrator-neither-locks-nor-suspends-themself',
      ),
      mutate: (homeserver) =>
        changeReply(homeserver, `getAdmin${noun}User`, (reply, { params }) => ({
          ...reply,
          body: { [member]: homeserver.accounts.get(params.userId ?? '')?.[property] ?? true },
        })),
    },
  ],
);
