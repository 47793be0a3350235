import type { Outcome } from '../../model/outcome.ts';
import type { Change, Grade } from '../../model/regraded.ts';
import type { Graded } from './regrade-outcome.ts';

/** What is not as it was recorded, if anything is. */
export function changeOf(recorded: Outcome, graded: Graded): readonly Change[] {
  const { outcome, doubt } = graded;
  const [before, after] = [gradeOf(recorded), gradeOf(outcome)];
  const told = { id: recorded.id, title: outcome.title, before, after };
  if (doubt !== undefined) return [{ ...told, kind: 'kept', why: doubt }];
  if (before.verdict !== after.verdict)
    return [{ ...told, kind: 'verdict', why: why(after, before) }];
  if (before.reason === after.reason && recorded.kind === outcome.kind) return [];
  return [{ ...told, kind: 'reason', why: why(after, before) }];
}

function gradeOf({ verdict, reason }: Outcome): Grade {
  return { verdict, reason };
}

function why(after: Grade, before: Grade): string {
  if (after.reason !== '') return after.reason;
  return `what was said of it does not hold any more: ${before.reason}`;
}
