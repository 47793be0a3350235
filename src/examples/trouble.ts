import type { Place } from '../openapi/documents.ts';
import type { RuleId } from './rules.ts';

/** Something wrong, before its lines and columns are looked up. */
export interface ExampleTrouble {
  readonly rule: RuleId;
  readonly place: Pick<Place, 'document' | 'path'>;
  /** Point at its key, which is what is wrong. */
  readonly isKey?: boolean;
  readonly message: string;
  readonly schema?: Pick<Place, 'document' | 'path'>;
}

/** Where troubles are told. */
export type Tell = (trouble: ExampleTrouble) => void;
