import { converse } from '../client/converse.ts';
import type { PreparedRequest } from '../client/prepared-request.ts';
import { gravity } from './gravity.ts';
import { recordBreach } from './record-breach.ts';
import type { Stage } from './stage.ts';
import { StopScenario } from './stop-scenario.ts';

/**
 * Asks once more, on a connection of its own, after the homeserver closed one without a whole
 * answer: a connection that was idle may have been closed just then, and that is nobody's fault.
 * Closed again, it is the homeserver that does not answer this request: a handler that crashed.
 * @throws StopScenario after the violation was recorded; returns where there was an answer.
 */
export async function confirmCutOff(
  stage: Stage,
  request: PreparedRequest,
  operationId: string,
  reason: string,
): Promise<void> {
  const target = stage.target.apart();
  try {
    const { exchange, answer, isCutOff } = await converse({ ...stage, target }, request);
    stage.tape.exchange(exchange, answer);
    if (isCutOff !== true) return;
  } finally {
    await target.close();
  }
  stage.tape.check();
  recordBreach(stage, {
    level: gravity(stage),
    kind: 'status',
    subject: `the answer of ${operationId}`,
    message: `${reason}, twice, on two connections`,
    expected: 'an HTTP response',
    actual: 'none, or none to its end',
  });
  throw new StopScenario();
}
