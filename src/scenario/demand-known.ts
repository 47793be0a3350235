import { type Answer, errcodeOf } from '../client/answer.ts';
import { inconclusive } from './stop-scenario.ts';

/** Somebody whose token the homeserver may have forgotten. */
interface TokenHolder {
  readonly name: string;
  isKnown(): Promise<boolean>;
}

/**
 * Tells a token that has run out, which is nobody's fault, from a request that was wrongly refused
 * as if it had. Client-Server API, "Using access tokens".
 * @throws StopScenario where the answer is M_UNKNOWN_TOKEN and the token is indeed not known.
 */
export async function demandKnown(user: TokenHolder, answer: Answer): Promise<void> {
  if (answer.status !== 401 || errcodeOf(answer) !== 'M_UNKNOWN_TOKEN') return;
  if (await user.isKnown()) return;
  throw inconclusive(`the token of ${user.name} is no longer known to the homeserver`);
}
