import type { Answer } from '../client/answer.ts';
import { errcodeOf } from '../client/answer.ts';
import type { Redactor } from '../client/redactor.ts';

/** How a request has to be refused. */
export interface Refusal {
  /** One, any of several, or any client error: where the specification says no more than "reject". */
  readonly status: number | readonly number[] | '4xx';
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

/** Refused with whatever client error: the specification says "reject", and not how. */
export const rejected: Refusal = { status: '4xx' };

/** `403 M_FORBIDDEN`, or `400 or 404 and any errcode`, for a sentence. */
export function wordsOf({ status, errcode }: Refusal): string {
  const statuses = status === '4xx' ? 'a 4xx' : [status].flat().join(' or ');
  return `${statuses} ${[errcode ?? 'and any errcode'].flat().join(' or ')}`;
}

/** Whether the status is one that the refusal may have. */
export function hasStatus(answer: Answer, { status }: Refusal): boolean {
  if (status === '4xx') return answer.status >= 400 && answer.status < 500;
  return [status].flat().includes(answer.status);
}

/** `403 M_FORBIDDEN`, or `200` where there is no error; in short and without secrets. */
export function refusalText(redactor: Redactor, answer: Answer): string {
  const errcode = errcodeOf(answer);
  if (errcode === undefined) return String(answer.status);
  return `${answer.status} ${redactor.cleanHead(errcode, 100)}`;
}

/** Whether the answer is this very refusal. */
export function isRefused(answer: Answer, refusal: Refusal): boolean {
  const given = errcodeOf(answer);
  if (!hasStatus(answer, refusal) || given === undefined) return false;
  const { errcode } = refusal;
  return errcode === undefined || [errcode].flat().includes(given);
}
