/** Whether an event type is none of the specification's: faults spare those, or no room would work. */
export function isCustom(type: string | undefined): boolean {
  return type?.startsWith('m.') === false;
}
