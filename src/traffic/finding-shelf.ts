import type { TrafficFinding } from '../model/traffic.ts';
import { type KeptExchange, shownExchange } from './kept-exchange.ts';

/** What a finding says, redacted, and the exchange that shows it. */
export interface FirstSeen {
  readonly facts: Omit<TrafficFinding, 'id' | 'count' | 'first' | 'smallest'>;
  readonly kept: KeptExchange;
}

interface Shelved extends FirstSeen {
  count: number;
  smallest: KeptExchange;
  size: number;
}

/** Findings by their ids, each with its first exchange and its smallest one. */
export interface FindingShelf {
  /**
   * Counts a finding once more.
   * @param size of both bodies, in bytes
   * @param see is asked for what is to be kept only where something is
   */
  add(id: string, size: number, see: () => FirstSeen): void;
  /** Whether something would be kept of it for the first time. */
  isNew(id: string): boolean;
  /** How many ids are on the shelf. */
  readonly size: number;
  /** How many exchanges showed others, which found no room. */
  readonly left: number;
  /** The most frequent first. @param target where they were sent to */
  findings(target: string): readonly TrafficFinding[];
}

/** A shelf with room for so many findings. */
export function createFindingShelf(most: number): FindingShelf {
  const shelf = new Map<string, Shelved>();
  let left = 0;
  return {
    add(id, size, see) {
      const known = shelf.get(id);
      if (known === undefined) {
        if (shelf.size >= most) left += 1;
        else {
          const seen = see();
          shelf.set(id, { ...seen, count: 1, smallest: seen.kept, size });
        }
        return;
      }
      known.count += 1;
      if (size >= known.size) return;
      known.size = size;
      known.smallest = see().kept;
    },
    isNew: (id) => shelf.size < most && !shelf.has(id),
    get size() {
      return shelf.size;
    },
    get left() {
      return left;
    },
    findings(target) {
      const all = [...shelf].map(([id, { facts, kept, count, smallest }]) => {
        const first = shownExchange(kept, target);
        const least = smallest === kept ? first : shownExchange(smallest, target);
        return { id, ...facts, count, first, smallest: least };
      });
      return all.toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
    },
  };
}
