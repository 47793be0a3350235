import type { Homeserver } from '../homeserver.ts';
import type { Route } from '../http/route.ts';

/** The route of an operation. Throws for one that there is not: a mutant would change nothing. */
export function routeOf(homeserver: Homeserver, operationId: string): Route {
  const route = homeserver.routes.find((candidate) => candidate.operationId === operationId);
  if (route === undefined) throw new TypeError(`the reference homeserver has no ${operationId}`);
  return route;
}
