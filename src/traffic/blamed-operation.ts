import type { FoundOperation } from '../openapi/operation-index.ts';
import type { JudgedExchange } from './traffic-judge.ts';

/** The operation that findings of an exchange are told of, or what stands in for it, if anything. */
export function blamedOperation({
  found,
  undocumented,
}: Pick<JudgedExchange, 'found' | 'undocumented'>): FoundOperation | undefined {
  return found ?? undocumented;
}
