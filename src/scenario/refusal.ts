import type { Answer } from '../client/answer.ts';
import { errcodeOf } from '../client/answer.ts';
import type { Redactor } from '../client/redactor.ts';

/** How a request has to be refused. */
export interface Refusal {
  readonly status: number;
  /** Where the specification leaves a choice, any of these; none where it names no code at all. */
  readonly errcode?: string | readonly string[];
}

/** Where the specification pairs an error code with one status, its name is enough. */
const statuses = {
  M_FORBIDDEN: 403,
  M_MISSING_TOKEN: 401,
  M_UNKNOWN_TOKEN: 401,
  M_NOT_JSON: 400,
  M_BAD_JSON: 400,
  M_NOT_FOUND: 404,
  M_BAD_ALIAS: 400,
  M_INVALID_PARAM: 400,
} as const;

export type NamedRefusal = keyof typeof statuses;

/** The refusal that an error code stands for. */
export function refusalOf(named: NamedRefusal | Refusal): Refusal {
  return typeof named === 'string' ? { status: statuses[named], errcode: named } : named;
}

/** `403 M_FORBIDDEN`, or `200` where there is no error; in short and without secrets. */
export function refusalText(redactor: Redactor, answer: Answer): string {
  const errcode = errcodeOf(answer);
  if (errcode === undefined) return String(answer.status);
  return `${answer.status} ${redactor.cleanHead(errcode, 100)}`;
}

/** Whether the answer is this very refusal. */
export function isRefused(answer: Answer, { status, errcode }: Refusal): boolean {
  const given = errcodeOf(answer);
  if (answer.status !== status || given === undefined) return false;
  return errcode === undefined || [errcode].flat().includes(given);
}
