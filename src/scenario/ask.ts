import type { Answer } from '../client/answer.ts';
import { converse } from '../client/converse.ts';
import { type Arguments, type Caller, prepareRequest } from '../client/prepare-request.ts';
import type { PreparedRequest } from '../client/prepared-request.ts';
import { stillLimited } from '../client/rate-limit.ts';
import { asDocumented, type Variation, vary } from '../client/variation.ts';
import { confirmCutOff } from './confirm-cut-off.ts';
import { gravity } from './gravity.ts';
import { isUnderTest, type Stage } from './stage.ts';
import { inconclusive, StopScenario } from './stop-scenario.ts';

/**
 * Sends one request, records it and judges its answer by its document, unasked.
 * @throws StopScenario where no answer came, or none but that the rate is limited.
 */
export async function ask(
  stage: Stage,
  operationId: string,
  args: Arguments,
  caller: Caller | undefined,
  variation: Variation = asDocumented,
): Promise<Answer> {
  const operation = stage.contract.operation(operationId);
  if (isNearly(caller?.account?.accessToken, variation.authorization)) {
    stage.redactor.learn(variation.authorization?.split(' ')[1]);
  }
  const request = vary(prepareRequest(operation, args, caller), variation);
  const place = stage.tape.asks();
  const { exchange, answer, limited, isCutOff } = await converse(stage, request);
  stage.tape.exchange(exchange, answer, place);
  if (answer === undefined) {
    const reason = `${request.method} ${operation.path}: ${exchange.failure ?? 'no answer'}`;
    const isSuspect = isCutOff === true && isUnderTest(stage, operationId);
    if (isSuspect) await confirmCutOff(stage, request, operationId, reason);
    throw new StopScenario({ verdict: 'error', reason });
  }
  if (limited !== undefined) judge(stage, request, operationId, limited, variation);
  judge(stage, request, operationId, answer, variation);
  if (answer.status === 429 && variation.takesLimit !== true) {
    const what = `${request.method} ${operation.path}`;
    throw inconclusive(stillLimited(what, stage.waitBudget.totalMs));
  }
  return answer;
}

/**
 * A token that is nearly a user's is as secret as theirs. Any other text is none, such as a user id,
 * and would be blotted out wherever it stands.
 */
function isNearly(token = '', authorization: string | null = ''): boolean {
  const head = token.slice(0, Math.min(12, Math.ceil(token.length / 2))).toLowerCase();
  return head !== '' && (authorization ?? '').toLowerCase().includes(head);
}

/** Its document does not speak of a request whose method or path is another, or of proposals. */
function isStrayed(variation: Variation, { status }: Answer): boolean {
  const { method, path, pathSuffix, replacing, isProposed } = variation;
  // Its refusals are as everywhere.
  if (isProposed === true && status < 300) return true;
  return [method, path, pathSuffix, replacing].some((one) => one !== undefined);
}

function judge(
  stage: Stage,
  request: PreparedRequest,
  operationId: string,
  answer: Answer,
  variation: Variation,
): void {
  const strayed = isStrayed(variation, answer);
  // Nobody says what stands in the body of an answer to OPTIONS, if there is one.
  if (request.method === 'OPTIONS' && answer.status < 300) return;
  // And an answer to HEAD has none.
  if (request.method === 'HEAD' && answer.status < 500) return;
  if (variation.isBadHttp === true && answer.status >= 400 && answer.status < 500) return;
  const judged = stage.contract.judge(strayed ? undefined : request.operation, answer);
  const findings = judged.filter((one) => !isGateways(variation, one.requirement, answer));
  for (const { severity, place: _place, ...finding } of findings) {
    const message = stage.redactor.clean(`${finding.subject}: ${finding.message}`);
    // A rate limit is often a proxy's: it is told, and never a failure of the contract.
    if (severity === 'note' || answer.status === 429) stage.tape.note(message);
    else {
      const { redactor } = stage;
      stage.tape.violation(
        {
          ...finding,
          subject: redactor.clean(finding.subject),
          message,
          expected: redactor.clean(finding.expected),
          actual: redactor.clean(finding.actual),
          level: levelOf(stage, finding),
          underTest: isUnderTest(stage, operationId),
        },
        answer,
      );
    }
  }
}

/**
 * Who asks another homeserver, which is not there, may say that it is a gateway's trouble; and who
 * limits rates may be a proxy that says so with a 503.
 */
function isGateways(
  { reachesOut, takesLimit }: Variation,
  requirement: string,
  { status }: Answer,
): boolean {
  if (requirement !== 'every-response/no-server-error') return false;
  return reachesOut === true ? [502, 504].includes(status) : takesLimit === true && status === 503;
}

/**
 * What the documents say of an answer is a MUST. That a homeserver does not break down they do not
 * say: then the scenario says how grave it is.
 */
function levelOf(stage: Stage, { requirement }: { readonly requirement: string }) {
  return requirement === 'every-response/no-server-error' ? gravity(stage) : 'MUST';
}
