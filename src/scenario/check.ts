import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../client/answer.ts';
import type { ViolationKind } from '../model/violation.ts';
import type { Stage } from './stage.ts';

/** What can be said of a value. Each records whether it holds, and the scenario goes on. */
export interface Check {
  /** Deep equality of JSON values; the order of members does not matter. */
  equals(expected: unknown): void;
  /** An object that has these members, each of them equal, whatever else it has. */
  has(members: Readonly<Record<string, unknown>>): void;
  /** Deep inequality. */
  differsFrom(other: unknown): void;
  /** A string that matches. `meaning` is what a reader is told was expected. */
  matches(pattern: RegExp, meaning: string): void;
  /** A list that holds all of these, whatever else it holds. */
  includes(...members: readonly unknown[]): void;
}

/** The longest value that a report shows, in characters. */
const longest = 500;

/** A JSON value in short, as one line. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}

/** Begins a check. `answer` is the evidence; without one it is the last exchange. */
export function check(
  stage: Stage,
  kind: ViolationKind,
  subject: string,
  value: unknown,
  answer?: object,
): Check {
  const judge = (holds: boolean, expected: string): void => {
    stage.tape.check();
    if (holds) return;
    const { id, level } = stage.scenario;
    const actual = stage.redactor.clean(shown(value));
    stage.tape.violation(
      {
        requirement: id,
        level,
        kind,
        subject,
        message: `${subject}: expected ${stage.redactor.clean(expected)}, got ${actual}`,
        expected: stage.redactor.clean(expected),
        actual,
        underTest: true,
      },
      answer,
    );
  };
  return {
    equals: (expected) => judge(isDeepStrictEqual(value, expected), shown(expected)),
    has: (members) => judge(isDeepStrictEqual(pick(value, members), members), shown(members)),
    differsFrom: (other) => judge(!isDeepStrictEqual(value, other), `not ${shown(other)}`),
    matches: (pattern, meaning) => judge(typeof value === 'string' && pattern.test(value), meaning),
    includes: (...members) =>
      judge(
        Array.isArray(value) &&
          members.every((member) => value.some((item) => isDeepStrictEqual(item, member))),
        `a list with ${members.map(shown).join(', ')}`,
      ),
  };
}

/** The members of the value that are asked for, so that a stranger's others do not matter. */
function pick(value: unknown, members: object): unknown {
  if (!isRecord(value)) return value;
  const asked = Object.keys(members).filter((name) => name in value);
  return Object.fromEntries(asked.map((name) => [name, value[name]]));
}
