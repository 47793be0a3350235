import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import type { Room } from '../../rooms/room.ts';

/** A number as it stands in a body. */
export interface NumberToken {
  readonly text: string;
  /** How many lists and objects it is in; 1 for a member of the content itself. */
  readonly depth: number;
  /** Whether it is a member of a list. */
  readonly isInList: boolean;
}

type Test = (token: NumberToken, room: Room) => boolean;

/** Puts other numbers in the place of some of a JSON text. */
function replaceNumbers(json: string, change: (token: NumberToken) => string): string {
  const open: string[] = [];
  return json.replace(/"(?:[^"\\]|\\.)*"|[[\]{}]|-?\d[\d.eE+-]*/g, (text) => {
    if (text === '[' || text === '{') open.push(text);
    else if (text === ']' || text === '}') open.pop();
    else if (!text.startsWith('"')) {
      return change({ text, depth: open.length, isInList: open.at(-1) === '[' });
    }
    return text;
  });
}

/** Does not look at some numbers when it is checked that a content is canonical. */
export function spareNumbers({ checks }: Homeserver, isSpared: Test): void {
  const { canonical } = checks;
  checks.canonical = (call, room) => {
    const text = replaceNumbers(call.text, (token) => (isSpared(token, room) ? '0' : token.text));
    canonical({ ...call, text }, room);
  };
}

/** Refuses some numbers in another way, or breaks down at them. */
export function refuseNumbers({ checks }: Homeserver, isMeant: Test, error: Error): void {
  const { canonical } = checks;
  checks.canonical = (call, room) => {
    replaceNumbers(call.text, (token) => {
      if (isMeant(token, room)) throw error;
      return token.text;
    });
    canonical(call, room);
  };
}

/** The error with which a number may be refused wrongly. */
export function badNumber(status: number, errcode: string): MatrixError {
  return new MatrixError(status, errcode, 'A number is not allowed');
}

/** Whether a number has a fraction. */
export function hasFraction({ text }: NumberToken): boolean {
  return isHeld({ text }) && !Number.isInteger(Number(text));
}

/** Whether a float holds a number, more or less. */
export function isHeld({ text }: Pick<NumberToken, 'text'>): boolean {
  return Number.isFinite(Number(text));
}

/** Whether a number is an integer, written as one, that is out of range. */
export function isUnsafe({ text }: NumberToken): boolean {
  return /^-?\d{16,}$/.test(text) && !Number.isSafeInteger(Number(text));
}
