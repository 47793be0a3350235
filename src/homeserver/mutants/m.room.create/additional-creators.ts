import { isObject } from '../../events/json.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import type { Room } from '../../rooms/room.ts';
import { isSince } from '../../rooms/room-version.ts';
import { isUserId } from '../../rules/is-user-id.ts';
import { changeCall } from '../change-call.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeCreation } from './change-creation.ts';

const seen = (...scenarios: string[]) => killedBy('m.room.create', ...scenarios);
const unvalidated = seen('additional-creators-are-not-validated-before-version-12');
const powerless = killedBy(
  'm.room.power_levels',
  'before-version-12-creators-have-the-level-that-is-set',
);
const creators = killedBy('m.room.power_levels', 'the-power-of-creators-has-no-end');
const shown = seen('malformed-additional-creators-create-no-room');
const trusted = seen('who-is-trusted-becomes-an-additional-creator');

function named({ events }: Room): readonly unknown[] {
  const more: unknown = events[0]?.content.additional_creators;
  return Array.isArray(more) ? more : [];
}

/** Faults in who is a creator besides the one who sent the creation. */
export const additionalCreatorMutants: readonly Mutant[] = [
  ...(['1', '4', '11'] as const).map(
    (version): Mutant => ({
      id: `additional-creators-are-validated-in-version-${version}`,
      fault: `Malformed additional_creators are refused in version ${version}, too.`,
      killedBy: unvalidated,
      mutate: (homeserver) =>
        changeCall(homeserver, 'createRoom', ({ body }) => {
          const asked = isObject(body.creation_content) ? body.creation_content : {};
          const { additional_creators: more = [] } = asked;
          const isFine = Array.isArray(more) && more.every(isUserId);
          if (isFine || body.room_version !== version) return {};
          throw new MatrixError(400, 'M_BAD_JSON', 'additional_creators are no user ids');
        }),
    }),
  ),
  ...(['10', '11'] as const).map(
    (version): Mutant => ({
      id: `additional-creators-have-power-in-version-${version}`,
      fault: `Additional creators may set state in rooms of version ${version}.`,
      killedBy: powerless,
      mutate: ({ rules }) => {
        const { requiredPower } = rules;
        rules.requiredPower = (event, room) =>
          room.version === version && named(room).includes(event.sender)
            ? undefined
            : requiredPower(event, room);
      },
    }),
  ),
  {
    id: 'additional-creators-are-not-named',
    fault: 'Additional creators are left out of the creation, where nobody is invited.',
    killedBy: shown,
    mutate: (homeserver) =>
      changeCreation(homeserver, ({ additional_creators: more, ...content }, room, asked) =>
        isSince(room.version, 12) && asked.invite === undefined
          ? content
          : { ...content, ...(more === undefined ? {} : { additional_creators: more }) },
      ),
  },
  {
    id: 'additional-creators-name-the-sender-too',
    fault: 'Who sends the creation is put among the additional creators.',
    killedBy: shown,
    mutate: (homeserver) =>
      changeCreation(homeserver, (content, room, asked) =>
        isSince(room.version, 12) && asked.invite === undefined && named(room).length > 0
          ? { ...content, additional_creators: [room.events[0]?.sender, ...named(room)] }
          : content,
      ),
  },
  {
    id: 'additional-creators-have-no-power',
    fault: 'Additional creators have the power of any other member.',
    killedBy: creators,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        isCustom(event.type) && isSince(room.version, 12) && named(room).includes(event.sender)
          ? 'your power level does not allow this'
          : requiredPower(event, room);
    },
  },
  {
    id: 'who-is-trusted-is-no-creator',
    fault: 'The users invited to a trusted_private_chat are not made creators.',
    killedBy: trusted,
    mutate: (homeserver) =>
      changeCreation(homeserver, (content, room, asked) =>
        isSince(room.version, 12) && asked.preset === 'trusted_private_chat'
          ? { ...content, additional_creators: askedCreators(asked.creation_content) }
          : content,
      ),
  },
  {
    id: 'who-is-trusted-is-named-twice',
    fault: 'A trusted user who is an additional creator already is named twice.',
    killedBy: trusted,
    mutate: (homeserver) =>
      changeCreation(homeserver, (content, room, asked) =>
        isSince(room.version, 12) && asked.preset === 'trusted_private_chat'
          ? {
              ...content,
              additional_creators: [...askedCreators(asked.creation_content), ...named(room)],
            }
          : content,
      ),
  },
  {
    id: 'who-is-invited-is-trusted',
    fault: 'The users invited to any room of version 12 are made its creators.',
    killedBy: trusted,
    mutate: (homeserver) =>
      changeCreation(homeserver, (content, room, asked) =>
        isSince(room.version, 12) && Array.isArray(asked.invite) && asked.preset === 'private_chat'
          ? { ...content, additional_creators: asked.invite }
          : content,
      ),
  },
];

function askedCreators(asked: unknown): readonly unknown[] {
  const more: unknown = isObject(asked) ? asked.additional_creators : undefined;
  return Array.isArray(more) ? more : [];
}
