/** A schema as Ajv takes it. */
export type SchemaCopy = boolean | Readonly<Record<string, unknown>>;
