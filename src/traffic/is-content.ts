import type { FoundOperation } from '../openapi/operation-index.ts';

/** Account data that are keys, or the secrets that they open. */
const keys = /secret|cross_signing|backup|recovery/;

/** Whether the whole body of an operation is what its user wrote, or a secret of theirs. */
export function isContent(
  found: FoundOperation | undefined,
  side: 'request' | 'response',
): boolean {
  if (found === undefined) return false;
  const { operation, parameters } = found;
  switch (operation.operationId) {
    case 'sendMessage':
    case 'sendToDevice':
      return side === 'request';
    case 'setAccountData':
    case 'setAccountDataPerRoom':
    case 'getAccountData':
    case 'getAccountDataPerRoom':
      return keys.test(parameters.type ?? '');
    default:
      return false;
  }
}
