import { documentOf, folderOf } from '../openapi/folder.fixture.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import type { ReceivedResponse } from './received-response.ts';
import { createResponseValidator } from './response-validator.ts';

/** Judges by one operation, below `/_matrix/`, whose 200 has this schema. */
export async function judge(response: ReceivedResponse, schema = '{ type: object }', more = '') {
  const text = documentOf(schema, more).replace('/thing', '/_matrix/thing');
  const specification = await loadSpecification(await folderOf({ 'a.yaml': text }));
  const validator = createResponseValidator(specification);
  return validator.judge(specification.operation('getThing'), response);
}

/** The same, as `violation status-is-documented`. */
export const requirements = async (...args: Parameters<typeof judge>) =>
  (await judge(...args)).map(
    ({ requirement, severity }) => `${severity} ${requirement.split('/')[1]}`,
  );
