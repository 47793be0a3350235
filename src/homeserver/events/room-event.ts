import type { JsonObject } from './json.ts';

/** An event that somebody wants to send. */
export interface Draft {
  readonly type: string;
  /** Undefined for a message, which is no state. */
  readonly stateKey: string | undefined;
  readonly sender: string;
  readonly content: JsonObject;
  /** Milliseconds since 1970, where an application service sets it; now otherwise. */
  readonly sentAt?: number;
  /** The event that a redaction redacts. */
  readonly redacts?: string;
}

/** An event in a room. Redaction alone changes it. */
export interface RoomEvent extends Draft {
  readonly id: string;
  readonly roomId: string;
  readonly sentAt: number;
  /** Its place among all events of this homeserver. */
  readonly position: number;
  content: JsonObject;
  /** The state event that this one replaced. */
  readonly replaced: RoomEvent | undefined;
  redactedBecause: RoomEvent | undefined;
}
