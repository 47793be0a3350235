import { isRecord } from '../openapi/json-pointer.ts';

/** Whether anything lies below more than so many objects and lists; for values that end. */
export function isNestedDeeper(value: unknown, most: number): boolean {
  if (!isRecord(value)) return false;
  if (most === 0) return true;
  return Object.values(value).some((child) => isNestedDeeper(child, most - 1));
}
