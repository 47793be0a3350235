import type { Level } from '../model/requirement.ts';
import type { Violation } from '../model/violation.ts';
import { isUnderTest, type Stage } from './stage.ts';

/** What a scenario saw broken; whose requirement it is, the stage knows. */
export interface Breach
  extends Pick<Violation, 'kind' | 'subject' | 'message' | 'expected' | 'actual'> {
  /** The scenario's own where it is left out. */
  readonly level?: Level;
  /** Where it was seen; what was seen in none counts as under test. */
  readonly operationId?: string;
}

/** Records a violation of the scenario's requirement; `answer` is the evidence, else the last one. */
export function recordBreach(stage: Stage, breach: Breach, answer?: object): void {
  const { operationId, level = stage.scenario.level, ...told } = breach;
  const { id: requirement } = stage.scenario;
  const underTest = isUnderTest(stage, operationId);
  stage.tape.violation({ requirement, level, underTest, ...told }, answer);
}
