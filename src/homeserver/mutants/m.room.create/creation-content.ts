import { isObject, type JsonObject } from '../../events/json.ts';
import { isSince } from '../../rooms/room-version.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeCreation } from './change-creation.ts';

const seen = (scenario: string) => killedBy('m.room.create', scenario);
const version = seen('the-creation-names-the-room-version');
const kept = seen('the-creation-keeps-what-was-asked-for');
const named = seen('the-creation-names-its-creator-up-to-version-10');
const unnamed = seen('the-creation-names-no-creator-from-version-11');

function askedContent(asked: JsonObject): JsonObject {
  return isObject(asked.creation_content) ? asked.creation_content : {};
}

function without(content: JsonObject, ...names: string[]): JsonObject {
  return Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)));
}

const contents: readonly [
  id: string,
  fault: string,
  killed: readonly string[],
  change: Parameters<typeof changeCreation>[1],
][] = [
  [
    'the-version-of-the-request-stays',
    'A room version in creation_content is not overwritten.',
    version,
    (content, _, asked) =>
      typeof askedContent(asked).room_version === 'string'
        ? { ...content, room_version: askedContent(asked).room_version }
        : content,
  ],
  [
    'a-creation-names-no-version',
    'From version 2 to 6 the creation does not name its room version.',
    version,
    (content, room) =>
      isSince(room.version, 2) && !isSince(room.version, 7)
        ? without(content, 'room_version')
        : content,
  ],
  [
    'a-creation-names-its-version-as-a-number',
    'The creation of version 11 names its room version as a number.',
    version,
    (content, room) => (room.version === '11' ? { ...content, room_version: 11 } : content),
  ],
  [
    'a-creation-has-known-members-only',
    'Members of creation_content are dropped that the specification does not know.',
    kept,
    (content) => without(content, 'org.example.extra'),
  ],
  [
    'a-creation-has-no-type',
    'The type in creation_content is dropped where it is not m.space.',
    kept,
    (content) => without(content, 'type'),
  ],
  [
    'a-creation-is-open-to-other-servers',
    'The m.federate of creation_content is overwritten.',
    kept,
    (content) => ('m.federate' in content ? { ...content, 'm.federate': true } : content),
  ],
  [
    'the-creator-of-the-request-stays',
    'Up to version 10 a creator in creation_content is not overwritten.',
    named,
    (content, room, asked) =>
      isSince(room.version, 11) || askedContent(asked).creator === undefined
        ? content
        : { ...content, creator: askedContent(asked).creator },
  ],
  [
    'the-creator-goes-one-version-too-early',
    'Creations of version 10 do not name their creator.',
    named,
    (content, room) => (room.version === '10' ? without(content, 'creator') : content),
  ],
  [
    'the-creator-stays-in-version-11',
    'Creations of version 11 name their creator.',
    unnamed,
    (content, room) =>
      room.version === '11' ? { ...content, creator: room.events[0]?.sender } : content,
  ],
  [
    'the-creator-comes-back-in-version-12',
    'Creations of version 12 name their creator.',
    unnamed,
    (content, room) =>
      room.version === '12' ? { ...content, creator: room.events[0]?.sender } : content,
  ],
];

/** Faults in the content that a room begins with. */
export const creationContentMutants: readonly Mutant[] = contents.map(
  ([id, fault, killed, change]): Mutant => ({
    id,
    fault,
    killedBy: killed,
    mutate: (homeserver) => changeCreation(homeserver, change),
  }),
);
