import type { Homeserver } from '../../homeserver.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

/** Names events in another way, in rooms of the version that scenarios use which name none. */
function rename(homeserver: Homeserver, change: (id: string) => string): void {
  const sound = homeserver.identify;
  homeserver.identify = (pdu, version, name) => {
    const { id, size } = sound(pdu, version, name);
    return { id: version === '11' ? change(id) : id, size };
  };
}

const names: readonly [id: string, fault: string, change: (id: string) => string][] = [
  [
    'with-a-line-break',
    'Event ids end in the line break that a base64 encoder put there.',
    (id) => `${id}\n`,
  ],
  ['with-padding', 'Event ids end in the padding of base64.', (id) => `${id}=`],
  ['with-a-domain', 'Event ids are those of room version 1.', (id) => `${id}:reference.test`],
  [
    'in-plain-base64',
    'Event ids have the alphabet of room version 3.',
    (id) => `$+/${id.slice(3)}`,
  ],
  ['too-shortly', 'Event ids are the beginning of a hash only.', (id) => id.slice(0, 33)],
  [
    'at-random',
    'Event ids are random texts, which no hash is written as.',
    (id) => `${id.slice(0, -1)}B`,
  ],
  ['in-hexadecimal', 'Event ids are written in hexadecimal.', (id) => `$${hexadecimal(id)}`],
];

function hexadecimal(id: string): string {
  return Buffer.from(id.slice(1), 'base64url').toString('hex');
}

/** Faults in how events are named. */
export const eventIdMutants: readonly Mutant[] = names.map(([id, fault, change]) => ({
  id: `put-names-events-${id}`,
  fault,
  killedBy: killedBy('room_state', 'a-valid-put-answers-with-an-event-id'),
  mutate: (homeserver) => rename(homeserver, change),
}));
