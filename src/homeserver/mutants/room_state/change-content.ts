import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import { changeCall } from '../change-call.ts';
import { isCustom } from '../is-custom.ts';

/** Changes each value in the content that a PUT stores; the content itself has depth 0. */
export function changeContent(
  homeserver: Homeserver,
  change: (value: unknown, depth: number) => unknown,
): void {
  const changed = (value: unknown, depth: number): unknown => {
    // What is so deep is refused anyway.
    if (depth > 600) return value;
    const result = change(value, depth);
    if (Array.isArray(result)) return result.map((item) => changed(item, depth + 1));
    if (!isObject(result)) return result;
    return Object.fromEntries(
      Object.entries(result).map(([name, member]) => [name, changed(member, depth + 1)]),
    );
  };
  changeCall(homeserver, 'setRoomStateWithKey', ({ body, params }) => {
    const content = isCustom(params.eventType) ? changed(body, 0) : body;
    return isObject(content) ? { body: content } : {};
  });
}
