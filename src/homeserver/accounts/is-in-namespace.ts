import type { Homeserver } from '../homeserver.ts';

/** Whether the application service of this homeserver may speak for a user. */
export function isInNamespace(homeserver: Homeserver, userId: string): boolean {
  const service = homeserver.registration.applicationService;
  if (service === undefined) return false;
  const { senderLocalpart, localpartPrefix = '' } = service;
  return (
    userId === `@${senderLocalpart}:${homeserver.name}` || userId.startsWith(`@${localpartPrefix}`)
  );
}
