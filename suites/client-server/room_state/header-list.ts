import type { Answer } from '../../../src/scenario/answer.ts';

/** The header's comma-separated members, in lower case; none where the header is missing. */
export function listIn(answer: Answer, header: string): readonly string[] {
  const members = answer.headers[header]?.split(',') ?? [];
  return members.map((member) => member.trim().toLowerCase());
}
