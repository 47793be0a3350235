import { type Answer, errcodeOf } from '../client/answer.ts';
import { recordBreach } from './record-breach.ts';
import { refusalText } from './refusal.ts';
import type { Stage } from './stage.ts';
import { StopScenario } from './stop-scenario.ts';

/** @throws StopScenario where the answer is not a success, after the violation was recorded. */
export function demandSuccess(
  stage: Stage,
  operationId: string,
  who: string,
  answer: Answer,
  what = '',
): void {
  stage.tape.check();
  if (answer.status >= 200 && answer.status < 300) return;
  // A refusal in good order may be a SHOULD that was not met; anything else is no good order.
  const isOrderly = answer.status >= 400 && answer.status < 500 && errcodeOf(answer) !== undefined;
  // Where a scenario demands nothing itself, what has to work is what everybody may demand.
  const isDemanded = stage.scenario.level !== 'UNSPECIFIED';
  recordBreach(
    stage,
    {
      level: isOrderly && isDemanded ? stage.scenario.level : 'MUST',
      kind: 'status',
      subject: `${operationId} by ${who}`,
      message: `${operationId} by ${who}${what} had to succeed, and was answered with ${refusalText(stage.redactor, answer)}`,
      expected: 'success (200)',
      actual: refusalText(stage.redactor, answer),
      operationId,
    },
    answer,
  );
  throw new StopScenario();
}
