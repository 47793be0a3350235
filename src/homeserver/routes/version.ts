import { ok } from '../http/call.ts';
import type { Route } from '../http/route.ts';

/** Who this is (server-server-api/#get_matrixfederationv1version). */
export const versionRoutes = (): readonly Route[] => [
  {
    operationId: 'getVersion',
    method: 'GET',
    paths: ['/_matrix/federation/v1/version'],
    access: 'open',
    body: 'none',
    handle: () => ok({ server: { name: 'matrix-conformance reference', version: '1' } }),
  },
];
