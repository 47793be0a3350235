import type { JudgeCounts } from '../proxy/judge-thread-options.ts';
import { plural } from '../report/plural.ts';
import { visible } from '../report/visible.ts';
import { lookOf } from './look.ts';

/** Tells on a terminal how far the judging is. */
export interface TrafficWatch {
  note(counts: JudgeCounts): void;
  /** A sentence that lasts, above the counts. */
  say(sentence: string): void;
  /** Takes the counts away, until there are others. */
  clear(): void;
  /** Takes the counts away, and tells none any more. */
  end(): void;
}

/** As many different sentences as are told; a homeserver may find ever new ones. */
const mostSentences = 20;

/** One line that redraws itself on a terminal; elsewhere the sentences alone. */
export function watchTraffic(out: NodeJS.WriteStream): TrafficWatch {
  const { isTerminal, width } = lookOf(out);
  const told = new Set<string>();
  let line = '';
  let isOver = false;
  const gone = () => (line === '' ? '' : '\r\u001b[K');
  const clear = () => {
    out.write(gone());
    line = '';
  };
  return {
    note({ exchanges, judged, notJudged, findings }) {
      if (!isTerminal || isOver) return;
      const before = gone();
      line = [
        plural(exchanges, 'exchange'),
        `${judged} judged`,
        ...(notJudged === 0 ? [] : [`${notJudged} not judged`]),
        plural(findings, 'finding'),
      ]
        .join(' · ')
        .slice(0, width - 1);
      out.write(before + line);
    },
    say(sentence) {
      if (told.has(sentence) || told.size >= mostSentences) return;
      told.add(sentence);
      const isLast = told.size === mostSentences;
      // A certificate may have had a say in it.
      const shown = visible(sentence, 1000);
      out.write(`${gone()}${shown}\n${isLast ? 'No more of this kind is told.\n' : ''}${line}`);
    },
    clear,
    end() {
      isOver = true;
      clear();
    },
  };
}
