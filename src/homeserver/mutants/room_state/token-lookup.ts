import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const unknown = killedBy('room_state', 'an-unknown-token-is-refused');

function patternOf(given: string): RegExp {
  return new RegExp(`^${given.replaceAll('%', '.*')}$`);
}

/** Faults of a database that compares tokens in its own way. */
export const tokenLookupMutants: readonly Mutant[] = [
  ...(
    [
      ['in-any-case', 'in small letters and in capitals', (one) => new RegExp(`^${one}$`, 'i')],
      ['as-a-pattern', 'as a pattern in which % stands for anything', patternOf],
    ] as const satisfies readonly (readonly [string, string, (given: string) => RegExp])[]
  ).map(
    ([id, how, readAs]): Mutant => ({
      id: `a-token-is-looked-up-${id}`,
      fault: `A token is looked up ${how}.`,
      killedBy: unknown,
      mutate: (homeserver) => {
        const { token } = homeserver.wire;
        homeserver.wire.token = (header) => {
          const given = token(header);
          if (!/^[\w%-]+$/.test(given)) return given;
          const pattern = readAs(given);
          return [...homeserver.sessions.keys()].find((known) => pattern.test(known)) ?? given;
        };
      },
    }),
  ),
];
