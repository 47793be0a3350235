import { MatrixError } from '../../http/matrix-error.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { revalue } from './revalue.ts';

const noType = killedBy('room_state', 'a-body-without-a-content-type-is-accepted');
const otherType = killedBy('room_state', 'a-body-with-another-content-type-is-accepted');

/** Faults in what the Content-Type of a request is taken for. */
export const contentTypeMutants: readonly Mutant[] = [
  {
    id: 'the-content-type-is-demanded',
    fault: 'A body is read only where the Content-Type says JSON.',
    killedBy: [...noType, ...otherType],
    mutate: (homeserver) =>
      revalue(homeserver, (value, type) => {
        if (type?.startsWith('application/json')) return value;
        throw new MatrixError(415, 'M_NOT_JSON', 'The Content-Type is not JSON');
      }),
  },
  {
    id: 'some-content-type-is-demanded',
    fault: 'A body without a Content-Type is refused.',
    killedBy: noType,
    mutate: (homeserver) =>
      revalue(homeserver, (value, type) => {
        if (type !== undefined) return value;
        throw new MatrixError(415, 'M_NOT_JSON', 'The Content-Type is missing');
      }),
  },
  {
    id: 'a-form-is-read-as-a-form',
    fault: 'A body that is called a form is read as one.',
    killedBy: otherType,
    mutate: (homeserver) =>
      revalue(homeserver, (value, type) => (type?.includes('form') ? { form: '' } : value)),
  },
];
