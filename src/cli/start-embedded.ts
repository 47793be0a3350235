import type { AccountOptions } from '../client/auth/account-options.ts';

/** A reference homeserver in this process, and what a run against it is given. */
export interface Embedded {
  readonly url: string;
  readonly accounts: AccountOptions;
  close(): Promise<void>;
}

/** Starts a homeserver on which every scenario can be run; what was given counts before its means. */
export async function startEmbedded(given: AccountOptions): Promise<Embedded> {
  const { startHomeserver } = await import('../homeserver/start-homeserver.ts');
  const { wellEquipped } = await import('../self-test/well-equipped.ts');
  const { url, close } = await startHomeserver(wellEquipped.options);
  const { adminToken, applicationService: service } = wellEquipped.means;
  const { way, ...others } = given;
  // Beside its service the homeserver has users who log in for themselves.
  const isOpen = way === 'auto' && Object.keys(others).length === 0;
  const accounts: AccountOptions = {
    ...(adminToken === undefined ? {} : { adminToken }),
    ...(service === undefined
      ? {}
      : { applicationServiceToken: service.token, applicationServicePrefix: service.prefix }),
    ...others,
    way: isOpen ? 'open' : way,
  };
  return { url, close, accounts };
}
