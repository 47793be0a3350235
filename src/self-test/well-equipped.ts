import { roomVersions } from '../homeserver/rooms/room-version.ts';
import type { StartOptions } from '../homeserver/start-homeserver.ts';
import type { KnownOf } from './probe.ts';

const service = { token: 'token-of-the-service', prefix: 'service_' };

/** A reference homeserver on which every scenario can be run, and what is known of it then. */
export const wellEquipped: { readonly options: StartOptions; readonly known: KnownOf } = {
  options: {
    registration: {
      applicationService: {
        token: service.token,
        senderLocalpart: 'service',
        localpartPrefix: service.prefix,
      },
    },
  },
  known: { roomVersions, means: { applicationService: service } },
};
