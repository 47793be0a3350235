import type { Homeserver } from '../homeserver.ts';

/** Adds those who are there from the start: the application service, and the administrator. */
export function addFirstAccounts({ registration, accounts, sessions, name }: Homeserver): void {
  const { applicationService: service, administrator } = registration;
  if (service !== undefined) {
    const { token, senderLocalpart } = service;
    const userId = `@${senderLocalpart}:${name}`;
    accounts.set(userId, { userId, password: undefined });
    sessions.set(token, { token, userId, deviceId: undefined, isApplicationService: true });
  }
  if (administrator !== undefined) {
    const { token, localpart } = administrator;
    const userId = `@${localpart}:${name}`;
    accounts.set(userId, { userId, password: undefined, isAdministrator: true });
    sessions.set(token, { token, userId, deviceId: 'ADMIN', isApplicationService: false });
  }
}
