import { fileURLToPath } from 'node:url';
import { loadSpecification } from '../../openapi/load-specification.ts';
import { createAuthLine } from '../auth-line.ts';
import { Contract } from '../contract.ts';
import type { Line } from '../converse.ts';
import { lineTo } from '../line.fixture.ts';
import type { AuthLine } from './account-source.ts';

/** The project's own documents. */
export const ownDocuments = await loadSpecification(
  fileURLToPath(new URL('../../../spec', import.meta.url)),
);

/** A line for getting accounts of a homeserver, which ends with the test. */
export function authLineTo(url: string, changes: Partial<Line> = {}): AuthLine {
  const contract = new Contract(ownDocuments, ownDocuments);
  return createAuthLine({ ...lineTo(url, changes), contract });
}
