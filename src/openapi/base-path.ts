import type { Documents, Place } from './documents.ts';
import { isRecord } from './json-pointer.ts';

/**
 * What stands before each path of a document: the path of its first server, with the default of
 * each variable. Empty for a published document, whose paths are whole.
 */
export function basePath(documents: Documents, servers: Place | undefined): string {
  const server = servers && documents.child(servers, '0');
  const url = server && documents.child(server, 'url')?.value;
  if (server === undefined || typeof url !== 'string') return '';
  const variables = documents.children(documents.child(server, 'variables'));
  const filled = url.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    const variable = variables.get(name)?.value;
    return isRecord(variable) ? String(variable.default ?? '') : '';
  });
  return filled.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/\/+$/, '');
}
