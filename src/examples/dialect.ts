/** How a schema is to be read: as OpenAPI 3.0 has it, or as JSON Schema 2020-12 (OpenAPI 3.1). */
export type Dialect = '3.0' | '2020-12';

/** The dialect of an OpenAPI document, by its `openapi`; none for versions that are not known. */
export function dialectOf(openapi: unknown): Dialect | undefined {
  const [major, minor] = (typeof openapi === 'object' ? '' : String(openapi)).split('.');
  if (major !== '3') return undefined;
  return minor === '0' ? '3.0' : '2020-12';
}
