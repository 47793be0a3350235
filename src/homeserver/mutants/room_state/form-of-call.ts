import type { Homeserver } from '../../homeserver.ts';
import { type PathForm, requestUnderWay } from './request-under-way.ts';

/** How the path was written of the call that passed the checks of its account last. */
export function formOfCall(homeserver: Homeserver): () => PathForm | undefined {
  const request = requestUnderWay(homeserver);
  const { guest } = homeserver.accountChecks;
  let form: PathForm | undefined;
  homeserver.accountChecks.guest = (account, operationId) => {
    form = request.form;
    guest(account, operationId);
  };
  return () => form;
}
