import { additionalCreatorMutants } from './m.room.create/additional-creators.ts';
import { beginningMutants } from './m.room.create/beginning.ts';
import { createdOnceMutants } from './m.room.create/created-once.ts';
import { creationContentMutants } from './m.room.create/creation-content.ts';
import { malformedCreatorMutants } from './m.room.create/malformed-creators.ts';
import { roomIdMutants } from './m.room.create/room-id.ts';
import { secondCreationMutants } from './m.room.create/second-creation.ts';
import type { Mutant } from './mutant.ts';

/** The mutants of the suite `m.room.create`. */
export const roomCreateMutants: readonly Mutant[] = [
  ...beginningMutants,
  ...creationContentMutants,
  ...roomIdMutants,
  ...additionalCreatorMutants,
  ...malformedCreatorMutants,
  ...createdOnceMutants,
  ...secondCreationMutants,
];
