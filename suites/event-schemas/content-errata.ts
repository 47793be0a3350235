/**
 * Where the schema of an event's content refuses what the prose of the same event allows. Answers
 * are not held against these schemas; what is sent to a homeserver goes by the prose.
 */
export interface ContentErratum {
  readonly eventType: string;
  readonly what: string;
  readonly reason: string;
  readonly link: string;
  /** Contents that the prose allows and the schema refuses. */
  readonly contents: readonly object[];
}

const link = (anchor: string) => `https://spec.matrix.org/latest/client-server-api/#${anchor}`;

/** Every contradiction of that kind that a scenario meets, by the type of the event. */
export const contentErrata = {
  'm.room.canonical_alias': {
    eventType: 'm.room.canonical_alias',
    what: 'its `alias` may be null or empty',
    reason: 'the prose says that a room whose alias is null or empty has no canonical alias',
    link: link('mroomcanonical_alias'),
    contents: [{ alias: null }, { alias: '' }],
  },
  'm.room.name': {
    eventType: 'm.room.name',
    what: 'its `name` may be absent or null',
    reason: 'the prose says that a room whose name is absent, null or empty has no name',
    link: link('mroomname'),
    contents: [{}, { name: null }],
  },
  'm.room.topic': {
    eventType: 'm.room.topic',
    what: 'its `topic` may be absent or null',
    reason: 'the prose says that a topic which is absent, null or empty is unset',
    link: link('mroomtopic'),
    contents: [{}, { topic: null }],
  },
} as const satisfies Readonly<Record<string, ContentErratum>>;

/** A remark for the report: which schema would refuse what was sent, and why that counts for nothing. */
export function toldErratum({ eventType, what, reason }: ContentErratum): string {
  return `the schema of ${eventType} would refuse this, by a known erratum (${what}): ${reason}`;
}
