import type { Answer } from '../client/answer.ts';
import type { Arguments } from '../client/prepare-request.ts';
import type { Variation } from '../client/variation.ts';
import { check } from './check.ts';
import { demandKnown } from './demand-known.ts';
import { demandSuccess } from './demand-success.ts';
import { contentOf, type Entry, entryOf } from './entry.ts';
import { recordBreach } from './record-breach.ts';
import { hasStatus, isRefused, type Refusal, refusalText, wordsOf } from './refusal.ts';
import type { Stage } from './stage.ts';

/**
 * In what a control differs: in some arguments, in how it departs from its document, or in what has
 * happened before, such as that the user was given the power. Where the argument is the user's own,
 * such as a user id as state key, another user comes with it.
 */
export type Difference =
  | { readonly args: Arguments; readonly by?: Actor }
  | { readonly as: Variation }
  | { readonly once: () => Promise<unknown> };

/** Who asks: a user, as far as a refusal needs one. */
export interface Actor {
  readonly name: string;
  asks(operationId: string, args?: Arguments, as?: Variation): Promise<Answer>;
  reads(entry: Entry): Promise<Answer>;
  /** Whether the homeserver knows this user's token. */
  isKnown(): Promise<boolean>;
}

/** What makes a refusal count. */
export interface RefusedBeside {
  /**
   * The control: the same request, different in the one thing under test, which must succeed.
   * Another user; other arguments; another variation; the same once something has happened; or
   * `'unvaried'`, the same without any.
   */
  readonly unlike: Actor | Difference | 'unvaried';
  /** How the refused request departs from its document. */
  readonly as?: Variation;
  /** Who reads the state before and afterwards, where who asks for the control may not. */
  readonly seenBy?: Actor;
}

interface Refused {
  readonly operationId: string;
  readonly args: Arguments;
  readonly refusal: Refusal;
  readonly beside: RefusedBeside;
}

const writing = 'setRoomStateWithKey';

/** Has a request refused, sees that nothing changed, and has its control accepted. */
export async function refuse(stage: Stage, user: Actor, refused: Refused): Promise<Answer> {
  const { operationId, args, refusal, beside } = refused;
  const witness = beside.seenBy ?? controlOf(user, beside).who;
  const isWrite = operationId === writing;
  const before = isWrite ? await witness.reads(entryOf(args)) : undefined;
  const answer = await user.asks(operationId, args, beside.as);
  await judgeRefusal(stage, user, operationId, answer, refusal);
  if (before !== undefined) {
    const after = await witness.reads(entryOf(args));
    const subject = `the state of ${String(args.eventType)} after the refused request`;
    check(stage, 'state', subject, contentOf(after), after).equals(contentOf(before));
  }
  await control(stage, user, refused);
  return answer;
}

async function judgeRefusal(
  stage: Stage,
  user: Actor,
  operationId: string,
  answer: Answer,
  refusal: Refusal,
): Promise<void> {
  stage.tape.check();
  const expected = wordsOf(refusal);
  if (isRefused(answer, refusal)) return;
  if (refusal.status !== 401) await demandKnown(user, answer);
  const actual = refusalText(stage.redactor, answer);
  recordBreach(
    stage,
    {
      kind: hasStatus(answer, refusal) ? 'errcode' : 'status',
      subject: `${operationId} by ${user.name}`,
      message: `${operationId} by ${user.name} had to be refused with ${expected}, and was answered with ${actual}`,
      expected,
      actual,
      operationId,
    },
    answer,
  );
}

/** Without it a homeserver that refuses everything would pass. */
async function control(stage: Stage, user: Actor, { operationId, args, beside }: Refused) {
  const { who, differing, as } = controlOf(user, beside);
  if (typeof beside.unlike === 'object' && 'once' in beside.unlike) await beside.unlike.once();
  const answer = await who.asks(operationId, { ...args, ...differing }, as);
  await demandKnown(who, answer);
  demandSuccess(stage, operationId, who.name, answer, ', the control,');
}

/** Who asks for the control, with which other arguments, and how it departs from its document. */
function controlOf(user: Actor, { unlike, as }: RefusedBeside) {
  if (unlike === 'unvaried') return { who: user, differing: {}, as: undefined };
  if (isActor(unlike)) return { who: unlike, differing: {}, as };
  if ('as' in unlike) return { who: user, differing: {}, as: unlike.as };
  if ('once' in unlike) return { who: user, differing: {}, as };
  return { who: unlike.by ?? user, differing: unlike.args, as };
}

function isActor(unlike: RefusedBeside['unlike']): unlike is Actor {
  return typeof unlike === 'object' && 'asks' in unlike;
}
