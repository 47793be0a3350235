import { type Answer, jsonOf } from '../client/answer.ts';
import type { Arguments, Caller } from '../client/prepare-request.ts';
import { ask } from './ask.ts';
import { recordBreach } from './record-breach.ts';
import { refusalText } from './refusal.ts';
import type { Stage } from './stage.ts';
import { StopScenario } from './stop-scenario.ts';

/** One entry of a room's state. */
export type Entry = {
  readonly roomId: string;
  readonly eventType: string;
  readonly stateKey: string;
};

/** The entry that the arguments of a state operation name. */
export function entryOf(args: Arguments): Entry {
  const { roomId, eventType, stateKey } = args;
  return { roomId: String(roomId), eventType: String(eventType), stateKey: String(stateKey) };
}

/**
 * Reads the entry: its content, or 404 where it was never set. Anything else is a violation.
 * Client-Server API, `GET /rooms/{roomId}/state/{eventType}/{stateKey}`.
 * @throws StopScenario for any other answer.
 */
export async function readEntry(stage: Stage, reader: Caller, entry: Entry): Promise<Answer> {
  const { roomId, eventType, stateKey } = entry;
  const operationId = 'getRoomStateWithKey';
  const answer = await ask(stage, operationId, { roomId, eventType, stateKey }, reader);
  stage.tape.check();
  if (answer.status === 200 || answer.status === 404) return answer;
  recordBreach(
    stage,
    {
      level: 'MUST',
      kind: 'state',
      subject: `the state ${eventType} read by ${reader.name}`,
      message: `${reader.name}, who may read the room's state, got ${refusalText(stage.redactor, answer)}`,
      expected: '200, or 404 where the entry was never set',
      actual: refusalText(stage.redactor, answer),
      operationId,
    },
    answer,
  );
  throw new StopScenario();
}

/** What an entry holds, for comparing: its content, or that there is none. */
export function contentOf(answer: Answer): unknown {
  return answer.status === 200 ? jsonOf(answer) : 'no such entry (404)';
}
