import { ok } from '../http/call.ts';
import { clientApi, type Route } from '../http/route.ts';

/** The push rules of a user (client-server-api/#push-rules-api): none, as nothing is pushed here. */
export const pushrulesRoutes = (): readonly Route[] => [
  {
    operationId: 'getPushRules',
    method: 'GET',
    paths: [`${clientApi}/pushrules/`],
    access: 'token',
    body: 'none',
    handle: () =>
      ok({ global: { override: [], content: [], room: [], sender: [], underride: [] } }),
  },
];
