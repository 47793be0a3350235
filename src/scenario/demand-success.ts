import { type Answer, errcodeOf } from '../client/answer.ts';
import { refusalText } from './refusal.ts';
import { isUnderTest, type Stage } from './stage.ts';
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
  stage.tape.violation(
    {
      requirement: stage.scenario.id,
      level: isOrderly ? stage.scenario.level : 'MUST',
      kind: 'status',
      subject: `${operationId} by ${who}`,
      message: `${operationId} by ${who}${what} had to succeed, and was answered with ${refusalText(stage.redactor, answer)}`,
      expected: 'success (200)',
      actual: refusalText(stage.redactor, answer),
      underTest: isUnderTest(stage, operationId),
    },
    answer,
  );
  throw new StopScenario();
}
