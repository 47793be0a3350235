import type { Plan } from '../engine/plan.ts';
import { runPlan } from '../engine/run-plan.ts';
import { ownSpecificationName } from '../model/own-specification-name.ts';
import type { RunEvent } from '../model/run-event.ts';
import type { RunResult } from '../model/run-result.ts';
import { loadSpecification } from '../openapi/load-specification.ts';
import { SpecificationError } from '../openapi/specification-error.ts';
import { ownSpecification } from '../package/package-root.ts';
import type { Interruption } from './interruption.ts';
import { nothingRun } from './nothing-run.ts';

/** A specification that cannot be loaded is a result too: a stale report would say otherwise. */
export async function runOrSayWhyNot(
  plan: Omit<Plan, 'specification' | 'fallback'>,
  source: string,
  onEvent: (event: RunEvent) => void,
  { signal, crash }: Interruption,
): Promise<RunResult> {
  const startedAt = new Date();
  try {
    // Where this program lies says nothing to whoever reads the report.
    const own = await loadSpecification(ownSpecification);
    const fallback = { ...own, source: ownSpecificationName };
    const isOwn = source === ownSpecification;
    const specification = isOwn ? fallback : await loadSpecification(source, { signal });
    const result = await runPlan({ ...plan, specification, fallback }, { signal, onEvent });
    const problem = crash();
    return problem === undefined ? result : withProblem(result, problem);
  } catch (error) {
    const { target, strict, concurrency, timeoutMs, checker } = plan;
    const facts = { target, strict, concurrency, timeoutSeconds: timeoutMs / 1000 };
    const message = error instanceof Error ? error.message : String(error);
    const isOurs = !(error instanceof SpecificationError);
    const problem = isOurs ? `matrix-conformance itself went wrong: ${message}` : message;
    return nothingRun({ ...facts, specification: source }, checker, startedAt, problem);
  }
}

function withProblem(result: RunResult, problem: string): RunResult {
  const problems = [...result.problems, problem];
  return { ...result, problems, exitCode: result.exitCode === 1 ? 1 : 2 };
}
