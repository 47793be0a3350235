import type { NamedRefusal, Refusal } from '../../../src/scenario/refusal.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, pathForms, put } from '../../entry.ts';

/** The bodies have to be refused, and one with another number in the same place to be accepted. */
export async function refuseNumbers(
  alice: User,
  roomId: string,
  bodies: readonly string[],
  refusal: NamedRefusal | Refusal,
): Promise<void> {
  for (const [index, rawBody] of bodies.entries()) {
    const body = { number: index, in: { list: [index, { deep: index }] } };
    // The first in each form of the path, of which the others take turns.
    for (const { stateKey, as } of index === 0
      ? pathForms
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
