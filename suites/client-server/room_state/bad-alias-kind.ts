import type { Entry } from '../../../src/scenario/entry.ts';
import type { NamedRefusal, Refusal } from '../../../src/scenario/refusal.ts';
import type { User } from '../../../src/scenario/user.ts';

/** What a bad alias is made of. */
export interface AliasScene {
  readonly alice: User;
  /** Where the aliases are put. */
  readonly entry: Entry;
  /** An alias of the room. */
  readonly good: string;
  /** An alias of another room, in whose state it stands. */
  readonly foreign: string;
  /** An alias that was one of the room, and was deleted before it was ever in its state. */
  readonly deleted: string;
}

/** What makes an alias bad, and how it has to be refused. */
export interface BadAlias {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly string[];
  readonly refusal: NamedRefusal | Refusal;
  /** Each of them has to be refused. */
  readonly contents: (scene: AliasScene) => readonly unknown[] | Promise<readonly unknown[]>;
}
