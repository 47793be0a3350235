import { AsyncLocalStorage } from 'node:async_hooks';
import { Target } from '../dist/src/client/target.js';
import { runPlan } from '../dist/src/engine/run-plan.js';

/** The name of a lane: what one scenario sends, one request after the other. */
const lane = new AsyncLocalStorage();

/**
 * Runs a plan and keeps each request as it went out, and what it was answered with.
 *
 * @param {import('../dist/src/engine/plan.js').Plan} plan
 * @returns {Promise<readonly Sent[]>} in the order of sending
 * @throws Error where nobody can say what came of it: half a run is nothing to compare with
 *
 * @typedef {{
 *   readonly lane: string,
 *   readonly method: string,
 *   readonly path: string,
 *   readonly headers: Readonly<Record<string, string>>,
 *   readonly body: string | undefined,
 *   status: number,
 *   answer: string,
 * }} Sent bodies are bytes as latin1
 */
export async function recordRun(plan) {
  /** @type {Sent[]} */
  const sent = [];
  const { send } = Target.prototype;
  Target.prototype.send = async function record(request, signal) {
    const { method, path, headers, body } = request;
    const text = body === undefined ? undefined : Buffer.from(body).toString('latin1');
    const name = lane.getStore() ?? 'preflight';
    const one = { lane: name, method, path, headers, body: text, status: 0, answer: '' };
    sent.push(one);
    const response = await send.call(this, request, signal);
    one.status = response.status;
    one.answer = Buffer.from(response.body).toString('utf8');
    return response;
  };
  const suites = plan.suites.map((suite) => ({
    ...suite,
    scenarios: suite.scenarios.map((scenario) => ({
      ...scenario,
      run: (context) => lane.run(scenario.id, () => scenario.run(context)),
    })),
  }));
  try {
    const { exitCode, outcomes } = await runPlan({ ...plan, suites });
    if (exitCode === 2) {
      const wrong = outcomes.filter(({ verdict }) => ['error', 'inconclusive'].includes(verdict));
      throw new Error(wrong.map(({ id, reason }) => `${id}: ${reason}`).join('\n'));
    }
  } finally {
    Target.prototype.send = send;
  }
  return sent;
}
