/** RFC 2119 levels; `UNSPECIFIED` is observed and never fails a conforming homeserver. */
export type Level = 'MUST' | 'SHOULD' | 'UNSPECIFIED';

/** One thing that a homeserver can be held to. */
export interface Requirement {
  /** Readable and permanent: `room_state/trailing-slash-is-optional-for-the-empty-key`. */
  readonly id: string;
  readonly level: Level;
  /** A sentence that could be false. */
  readonly title: string;
  /** Where the specification says so: a path below `https://spec.matrix.org/latest/`. */
  readonly section: string;
  /** Rows of the project's catalogue of requirements: `['A3', 'A4']`. */
  readonly rows: readonly string[];
  /** The Matrix version that brought the requirement, such as `v1.16`. */
  readonly since?: string;
}
