import type { Mutant } from '../mutant.ts';
import { bodyMutants } from './body.ts';
import { chunkMutants } from './chunks.ts';
import { contentTypeMutants } from './content-type.ts';
import { lenientBodyMutants } from './lenient-body.ts';
import { negativeZeroMutants } from './negative-zero.ts';
import { noNumberMutants } from './no-number.ts';
import { numberMutants } from './number.ts';
import { numberPlaceMutants } from './number-place.ts';
import { oddBodyMutants } from './odd-body.ts';
import { refusedNumberMutants } from './refused-number.ts';
import { strictnessMutants } from './strictness.ts';
import { wayToWriteMutants } from './way-to-write.ts';

/** Faults in how a body is read, and what may stand in it. */
export const anyBodyMutants: readonly Mutant[] = [
  ...bodyMutants,
  ...lenientBodyMutants,
  ...contentTypeMutants,
  ...numberMutants,
  ...numberPlaceMutants,
  ...refusedNumberMutants,
  ...strictnessMutants,
  ...negativeZeroMutants,
  ...noNumberMutants,
  ...oddBodyMutants,
  ...wayToWriteMutants,
  ...chunkMutants,
];
