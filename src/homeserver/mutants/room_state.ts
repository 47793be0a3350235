import type { Mutant } from './mutant.ts';
import { aliasSyntaxMutants } from './room_state/alias-syntax.ts';
import { answerMutants } from './room_state/answers.ts';
import { badAliasMutants } from './room_state/bad-alias.ts';
import { bodyMutants } from './room_state/body.ts';
import { browserMutants } from './room_state/browsers.ts';
import { contentMutants } from './room_state/content.ts';
import { emptyKeyMutants } from './room_state/empty-key.ts';
import { entryMutants } from './room_state/entries.ts';
import { evidenceMutants } from './room_state/evidence.ts';
import { forbiddenSenderMutants } from './room_state/forbidden-sender.ts';
import { methodMutants } from './room_state/method.ts';
import { neverSetMutants } from './room_state/never-set.ts';
import { pathMutants } from './room_state/path.ts';
import { powerMutants } from './room_state/power.ts';
import { staleAliasMutants } from './room_state/stale-alias.ts';
import { stateKeyMutants } from './room_state/state-key.ts';
import { tokenMutants } from './room_state/token.ts';

/** The mutants of the suite `room_state`. */
export const roomStateMutants: readonly Mutant[] = [
  ...contentMutants,
  ...entryMutants,
  ...stateKeyMutants,
  ...pathMutants,
  ...evidenceMutants,
  ...emptyKeyMutants,
  ...neverSetMutants,
  ...badAliasMutants,
  ...aliasSyntaxMutants,
  ...staleAliasMutants,
  ...powerMutants,
  ...forbiddenSenderMutants,
  ...tokenMutants,
  ...bodyMutants,
  ...methodMutants,
  ...answerMutants,
  ...browserMutants,
];
