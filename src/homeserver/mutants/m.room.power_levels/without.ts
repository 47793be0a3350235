import type { JsonObject } from '../../events/json.ts';

/** Without the values of a list, or the members of the content, that are of some kind. */
export function without(content: JsonObject, isHidden: (value: unknown, name: string) => boolean) {
  return Object.fromEntries(Object.entries(content).filter(([name, one]) => !isHidden(one, name)));
}
