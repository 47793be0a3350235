import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const escaped = 'an-escape-that-was-not-needed-is-decoded';
const slash = 'an-encoded-slash-at-the-end-of-a-type-is-data';

type Misread = readonly [
  id: string,
  fault: string,
  change: (path: string) => string,
  ...besides: string[],
];

/** What becomes of an escape whose letter is small, where the same in capitals is read well. */
const misread: readonly Misread[] = [
  ['a-slash', 'separates segments', (path) => path.replaceAll('%2f', '/'), slash],
  ['a-question-mark', 'begins the query', (path) => path.replace(/%3f.*/, '')],
  ['a-plus', 'is a space', (path) => path.replaceAll('%2b', '%20')],
  ['a-semicolon', 'begins parameters', (path) => path.replace(/%3b.*/, '')],
  ['a-dot', 'is read as it stands there', (path) => path.replaceAll('%2e', '%252e')],
];

/** Faults in escapes whose hexadecimal is in lower case. */
export const lowerCaseEscapeMutants: readonly Mutant[] = misread.map(
  ([id, fault, change, ...besides]): Mutant => ({
    id: `${id}-that-is-encoded-in-lower-case-is-misread`,
    fault: `${id.replaceAll('-', ' ').replace(/^a/, 'A')} that is encoded in lower case ${fault}.`,
    killedBy: killedBy('room_state', escaped, ...besides),
    mutate: ({ wire }) => {
      const { segments } = wire;
      wire.segments = (path) => segments(path.includes('/state/') ? change(path) : path);
    },
  }),
);
