import type { RunEvent } from '../model/run-event.ts';
import { visible } from './visible.ts';

type Waiting = Extract<RunEvent, { type: 'waiting' }>;

/** Whole seconds: tenths would only flicker. */
const whole = (milliseconds: number) => Math.round(milliseconds / 1000);

/** For a terminal: how long a homeserver was waited for, and why, in at most `width` columns. */
export function waitingLine({ reason, target, waitedMs, waitMs }: Waiting, width: number): string {
  const where = `waiting for ${visible(target, 200)}`;
  const line = `${where} (${whole(waitedMs)} s of ${whole(waitMs)}): ${withoutTarget(reason, target)}`;
  return line.length <= width ? line : `${line.slice(0, Math.max(0, width - 1))}…`;
}

/** For a log, once. */
export function waitingNote({ reason, target, waitMs }: Waiting): string {
  return `waiting up to ${whole(waitMs)} s for ${visible(target, 200)}: ${withoutTarget(reason, target)}\n`;
}

/** The reason says again where: the line has little room. */
function withoutTarget(reason: string, target: string): string {
  const shown = reason.startsWith(target) ? reason.slice(target.length).trimStart() : reason;
  return visible(shown, 200);
}
