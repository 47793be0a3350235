import { roomVersions } from '../homeserver/rooms/room-version.ts';
import { versions } from '../homeserver/routes/versions.ts';
import type { StartOptions } from '../homeserver/start-homeserver.ts';
import type { Means } from '../scenario/means.ts';
import type { KnownOf } from './probe.ts';

const service = { token: 'token-of-the-service', prefix: 'service_' };
const adminToken = 'token-of-the-administrator';

/** A reference homeserver on which every scenario can be run, and what is known of it then. */
export const wellEquipped: {
  readonly options: StartOptions;
  readonly means: Means;
  readonly known: KnownOf;
} = {
  options: {
    registration: {
      guests: true,
      administrator: { token: adminToken, localpart: 'administrator' },
      applicationService: {
        token: service.token,
        senderLocalpart: 'service',
        localpartPrefix: service.prefix,
      },
    },
  },
  means: { adminToken, applicationService: service },
  known: { versions, roomVersions, means: { adminToken, applicationService: service } },
};
