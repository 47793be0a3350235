import type { Answer } from '../../../src/scenario/answer.ts';
import type { Context } from '../../../src/scenario/context.ts';

/** Asks until the answer shows something, or time is over; gives the last answer. */
export type Patiently = (
  ask: () => Promise<Answer>,
  isShown: (answer: Answer) => boolean,
) => Promise<Answer>;

/**
 * For what a homeserver may take a moment to show, such as members. Where that was in vain once,
 * the next answers are taken at once: it is not late, it is wrong.
 */
export function patiently({ eventually }: Pick<Context, 'eventually'>): Patiently {
  let isInVain = false;
  return async (ask, isShown) => {
    let answer = await ask();
    if (isInVain || isShown(answer)) return answer;
    const shown = await eventually(async () => {
      answer = await ask();
      return isShown(answer) ? true : undefined;
    });
    isInVain = shown === undefined;
    return answer;
  };
}
