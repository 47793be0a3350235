import { ok } from '../http/call.ts';
import type { Route } from '../http/route.ts';

/** The versions of the specification that it advertises: v1.1 to v1.18. */
export const versions = Array.from({ length: 18 }, (_, minor) => `v1.${minor + 1}`);

/** `GET /versions` (client-server-api/#get_matrixclientversions). */
export const versionsRoutes = (): readonly Route[] => [
  {
    operationId: 'getVersions',
    method: 'GET',
    paths: ['/_matrix/client/versions'],
    access: 'open',
    body: 'none',
    handle: () => ok({ versions, unstable_features: {} }),
  },
];
