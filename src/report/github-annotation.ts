import type { Outcome } from '../model/outcome.ts';
import { details } from './details.ts';
import { sectionUrl } from './section-url.ts';
import { shortReason } from './short-reason.ts';
import { visible } from './visible.ts';
import { type AnnotationKind, commandFileName, workflowCommand } from './workflow-command.ts';

/** The labels of details that an annotation has room for. */
const told = ['tries', 'expected', 'actual', 'remove', 'write', 'request', 'response'];

/** An outcome as an annotation, at its entry in the expectations file where it has one. */
export function githubAnnotation(kind: AnnotationKind, outcome: Outcome): string {
  const { id, verdict, title, section, expectation } = outcome;
  const where =
    expectation === undefined
      ? {}
      : { file: commandFileName(expectation.file), line: String(expectation.line) };
  const reason = shortReason(outcome);
  const lines = [
    title,
    ...(reason === title ? [] : [reason]),
    ...details(outcome)
      .filter(({ label }) => told.includes(label))
      .map(({ label, text }) => `${label}: ${text}`),
    sectionUrl(section),
  ];
  const text = lines.map((line) => visible(line, 600)).join('\n');
  return workflowCommand(kind, { ...where, title: visible(`${verdict}: ${id}`, 250) }, text);
}
