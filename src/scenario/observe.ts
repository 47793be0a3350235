import type { Answer } from '../client/answer.ts';
import type { Arguments } from '../client/prepare-request.ts';
import type { Variation } from '../client/variation.ts';
import { demandSuccess } from './demand-success.ts';
import { contentOf, type Entry } from './entry.ts';
import { recordBreach } from './record-breach.ts';
import { refusalText } from './refusal.ts';
import type { Actor } from './refuse.ts';
import { shown } from './shown.ts';
import type { Stage } from './stage.ts';

/** What is tried: an operation, its arguments, and how the request departs from its document. */
export type Attempt = readonly [operationId: string, args: Arguments, as?: Variation];

/** What is tried, by what a reader is told of it: `a malformed escape in the state key`. */
export type Attempts = Readonly<Record<string, Attempt>>;

const writing = 'setRoomStateWithKey';

/**
 * Asks for what the specification leaves open, and notes each answer. All that is judged is what
 * holds for every answer: that the homeserver does not break down, and that its errors are standard
 * ones. Afterwards it still has to do what it is for: to take an ordinary entry and to give it back.
 * @param roomId a room in which the user may set state.
 */
export async function observe<Tried extends Attempts>(
  stage: Stage,
  user: Actor,
  roomId: string,
  attempts: Tried,
): Promise<Readonly<Record<keyof Tried, Answer>>> {
  const answers: [string, Answer][] = [];
  for (const [what, [operationId, args, as]] of Object.entries(attempts)) {
    const answer = await user.asks(operationId, args, as);
    stage.tape.note(`${what}: ${refusalText(stage.redactor, answer)}`);
    answers.push([what, answer]);
  }
  await demandSoundness(stage, user, roomId, answers.length);
  return Object.fromEntries(answers) as Record<keyof Tried, Answer>;
}

/** Without it a homeserver that refuses everything in good order would pass. */
async function demandSoundness(stage: Stage, user: Actor, roomId: string, count: number) {
  const entry: Entry = { roomId, eventType: 'org.example.conformance', stateKey: 'afterwards' };
  const body = { after: count };
  const answer = await user.asks(writing, { ...entry, body });
  demandSuccess(stage, writing, user.name, answer, ', an ordinary one afterwards,');
  const after = await user.reads(entry);
  stage.tape.check();
  const [expected, actual] = [body, contentOf(after)].map((one) => shown(stage.redactor, one));
  if (expected === undefined || actual === undefined || expected === actual) return;
  const subject = 'an ordinary entry afterwards';
  const message = `${subject}: expected ${expected}, got ${actual}`;
  recordBreach(
    stage,
    { kind: 'state', level: 'MUST', subject, message, expected, actual, operationId: writing },
    after,
  );
}
