import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../client/answer.ts';
import type { ViolationKind } from '../model/violation.ts';
import { recordBreach } from './record-breach.ts';
import { shown } from './shown.ts';
import type { Stage } from './stage.ts';

/** What can be said of a value. Each records whether it holds, and the scenario goes on. */
export interface Check {
  /** Deep equality of JSON values; the order of members does not matter. */
  equals(expected: unknown): void;
  /** An object that has these members, each of them equal, whatever else it has. */
  has(members: Readonly<Record<string, unknown>>): void;
  /** Deep inequality. */
  differsFrom(other: unknown): void;
  /** One of these, by deep equality. */
  isOneOf(...allowed: readonly unknown[]): void;
  /** A string that matches. `meaning` is what a reader is told was expected. */
  matches(pattern: RegExp, meaning: string): void;
  /** A list that holds all of these, whatever else it holds. */
  includes(...members: readonly unknown[]): void;
}

/** Begins a check. `answer` is the evidence; without one it is the last exchange. */
export function check(
  stage: Stage,
  kind: ViolationKind,
  subject: string,
  value: unknown,
  answer?: object,
): Check {
  const { redactor, tape } = stage;
  const told = (one: unknown) => shown(redactor, one);
  const judge = (holds: boolean, expected: string): void => {
    tape.check();
    if (holds) return;
    const actual = told(value);
    const about = redactor.clean(subject);
    const message = `${about}: expected ${expected}, got ${actual}`;
    recordBreach(stage, { kind, subject: about, message, expected, actual }, answer);
  };
  return {
    equals: (expected) => judge(isSame(value, expected), told(expected)),
    has: (members) => judge(isSame(pick(value, members), members), told(members)),
    differsFrom: (other) => judge(!isSame(value, other), `not ${told(other)}`),
    isOneOf: (...allowed) =>
      judge(
        allowed.some((one) => isSame(value, one)),
        allowed.map(told).join(' or '),
      ),
    matches: (pattern, meaning) => judge(typeof value === 'string' && pattern.test(value), meaning),
    includes: (...members) =>
      judge(
        Array.isArray(value) &&
          members.every((member) => value.some((item) => isSame(item, member))),
        `a list with ${members.map(told).join(', ')}`,
      ),
  };
}

/** What is nested too deeply to be compared is nothing that a scenario wrote. */
function isSame(value: unknown, other: unknown): boolean {
  try {
    return isDeepStrictEqual(value, other);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}

/** The members of the value that are asked for, so that a stranger's others do not matter. */
function pick(value: unknown, members: object): unknown {
  if (!isRecord(value)) return value;
  const asked = Object.keys(members).filter((name) => Object.hasOwn(value, name));
  return Object.fromEntries(asked.map((name) => [name, value[name]]));
}
