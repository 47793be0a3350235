import type { Mutant } from '../mutant.ts';
import { bodyMutants } from './body.ts';
import { bodyPlaceMutants } from './body-place.ts';
import { chunkMutants } from './chunks.ts';
import { contentTypeMutants } from './content-type.ts';
import { lenientBodyMutants } from './lenient-body.ts';
import { negativeZeroMutants } from './negative-zero.ts';
import { noNumberMutants } from './no-number.ts';
import { numberMutants } from './number.ts';
import { numberKindMutants } from './number-kind.ts';
import { numberPlaceMutants } from './number-place.ts';
import { oddBodyMutants } from './odd-body.ts';
import { refusedNumberMutants } from './refused-number.ts';
import { storedValueMutants } from './stored-value.ts';
import { strictnessMutants } from './strictness.ts';
import { wayToWriteMutants } from './way-to-write.ts';

/** Faults in how a body is read, and what may stand in it. */
export const anyBodyMutants: readonly Mutant[] = [
  ...bodyMutants,
  ...bodyPlaceMutants,
  ...lenientBodyMutants,
  ...contentTypeMutants,
  ...numberMutants,
  ...numberPlaceMutants,
  ...numberKindMutants,
  ...refusedNumberMutants,
  ...strictnessMutants,
  ...storedValueMutants,
  ...negativeZeroMutants,
  ...noNumberMutants,
  ...oddBodyMutants,
  ...wayToWriteMutants,
  ...chunkMutants,
];
