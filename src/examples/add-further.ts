import type { SchemaCopy } from './schema-copy.ts';

/**
 * Adds to a copy what has no word of its own there: a second reference, and that nothing is in an
 * `enum` without members, which Ajv does not take.
 */
export function addFurther(copy: Record<string, unknown>, reference: string | undefined): void {
  const further: SchemaCopy[] = reference === undefined ? [] : [{ $ref: reference }];
  if (Array.isArray(copy.enum) && copy.enum.length === 0) {
    delete copy.enum;
    further.push(false);
  }
  if (further.length === 0) return;
  copy.allOf = [...((copy.allOf as SchemaCopy[] | undefined) ?? []), ...further];
}
