import { aliasTokenMutants } from './directory/alias-token.ts';
import { aliasesOfOthersMutants } from './directory/aliases-of-others.ts';
import { listingMutants } from './directory/listing.ts';
import { mappingMutants } from './directory/mapping.ts';
import { refusedMappingMutants } from './directory/refused-mapping.ts';
import { roomAliasNameMutants } from './directory/room-alias-name.ts';
import { unmappingMutants } from './directory/unmapping.ts';
import type { Mutant } from './mutant.ts';

/** The mutants of the suite `directory`. */
export const directoryMutants: readonly Mutant[] = [
  ...mappingMutants,
  ...refusedMappingMutants,
  ...roomAliasNameMutants,
  ...unmappingMutants,
  ...aliasTokenMutants,
  ...listingMutants,
  ...aliasesOfOthersMutants,
];
