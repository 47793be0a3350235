import type { Homeserver } from '../homeserver.ts';
import { MatrixError } from './matrix-error.ts';
import type { Route } from './route.ts';

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The route of a raw path and a method. Segments are compared before they are decoded, so that
 * `%2F` stays data; a parameter is never empty, but for the state key, whose slash is optional.
 * Throws 404 M_UNRECOGNIZED for an unknown path and 405 M_UNRECOGNIZED for a known path with
 * another method (client-server-api/#common-error-codes).
 */
export function findRoute(homeserver: Homeserver, method: string, path: string): Match {
  const segments = homeserver.wire.segments(path);
  let isKnownPath = false;
  for (const route of homeserver.routes) {
    for (const template of route.paths) {
      const raw = matchTemplate(splitTemplate(template), segments);
      if (raw === undefined) continue;
      isKnownPath = true;
      if (route.method !== method) continue;
      const params: Record<string, string> = {};
      for (const [name, segment] of raw) params[name] = homeserver.wire.decode(segment);
      return { route, params };
    }
  }
  throw isKnownPath ? homeserver.wire.wrongMethod(method, path) : homeserver.wire.unknownPath(path);
}

const templates = new Map<string, readonly string[]>();

function splitTemplate(template: string): readonly string[] {
  const known = templates.get(template);
  if (known !== undefined) return known;
  const split = template.split('/');
  templates.set(template, split);
  return split;
}

function matchTemplate(
  template: readonly string[],
  segments: readonly string[],
): [string, string][] | undefined {
  if (template.length !== segments.length) return undefined;
  const raw: [string, string][] = [];
  for (const [position, expected] of template.entries()) {
    const segment = segments[position] ?? '';
    if (!expected.startsWith('{')) {
      if (expected !== segment) return undefined;
      continue;
    }
    const name = expected.slice(1, -1);
    if (segment === '' && name !== 'stateKey') return undefined;
    raw.push([name, segment]);
  }
  return raw;
}

/** 404 for a path that no operation has. */
export function unknownPath(): MatrixError {
  return new MatrixError(404, 'M_UNRECOGNIZED', 'There is no such endpoint');
}

/** 405 for a path that exists with other methods. */
export function wrongMethod(method: string): MatrixError {
  return new MatrixError(405, 'M_UNRECOGNIZED', `${method} is not supported on this endpoint`);
}
