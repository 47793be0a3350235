import type { NamedRefusal, Refusal } from '../../../src/scenario/refusal.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, pathForms, put } from '../../entry.ts';

/** The content of a type that a homeserver may look at by itself, with a number besides. */
function knownContents(roomId: string, userId: string) {
  return [
    [{ roomId, eventType: 'm.room.topic', stateKey: '' }, { topic: 'numbers' }],
    [{ roomId, eventType: 'm.room.member', stateKey: userId }, { membership: 'join' }],
  ] as const;
}

/**
 * A number has to be refused, and another one to be accepted, in contents of the types of which a
 * homeserver knows what they hold.
 */
export async function refuseInKnown(
  alice: User,
  roomId: string,
  number: string,
  refusal: NamedRefusal | Refusal,
): Promise<void> {
  for (const [at, known] of knownContents(roomId, alice.id)) {
    const rawBody = JSON.stringify({ ...known, number: 0 }).replace('0}', `${number}}`);
    await alice.cannot(put, { ...at, body: { ...known, number: 7 } }, refusal, {
      as: { rawBody },
      unlike: 'unvaried',
    });
  }
}

/**
 * The bodies have to be refused, and one with another number in the same place to be accepted.
 * @param firstForms the forms of the path in which the first is asked; the others take turns.
 */
export async function refuseNumbers(
  alice: User,
  roomId: string,
  bodies: readonly string[],
  refusal: NamedRefusal | Refusal,
  firstForms: readonly (typeof pathForms)[number][] = pathForms,
): Promise<void> {
  for (const [index, rawBody] of bodies.entries()) {
    const body = { number: index, in: { list: [index, { deep: index }] } };
    for (const { stateKey, as } of index === 0
      ? firstForms
      : pathForms.slice(index % 3).slice(0, 1)) {
      await alice.cannot(put, { ...entry(roomId, stateKey), body: { ...body, as } }, refusal, {
        as: { ...as, rawBody },
        unlike: { as },
      });
    }
  }
}

/** Bodies with a number, as it is written, in the same place. */
export function numbers(...texts: readonly string[]): readonly string[] {
  return texts.map((text) => `{"number": ${text}}`);
}
