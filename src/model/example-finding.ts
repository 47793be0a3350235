/** A place in a document, as people and their editors name it. */
export interface ExamplePlace {
  /** A path from the working folder where it is below that, else an absolute one, with `/` on every
   * system; or a URL. */
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** RFC 6901: `/paths/~1sync/get`; empty for the whole document. */
  readonly pointer: string;
}

/** One thing that is wrong with documents, at its root cause: once, however many operations meet it. */
export interface ExampleFinding extends ExamplePlace {
  /** The name of the rule that is broken, such as `example-matches-schema`. */
  readonly rule: string;
  /** One sentence, without its full stop. */
  readonly message: string;
  /** Where the schema, or the other half of a contradiction, stands. */
  readonly schema?: ExamplePlace;
  /** Sixteen hexadecimal digits that stay the same where lines move and files are elsewhere. */
  readonly fingerprint: string;
  /** The lines around the place, for people to read. */
  readonly frame?: ExampleFrame;
}

/** Some lines of a document. */
export interface ExampleFrame {
  /** The number of the first of them. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** A rule by its name. */
export interface ExampleRule {
  readonly id: string;
  /** One sentence about what it finds, without its full stop. */
  readonly finds: string;
  readonly isDefault: boolean;
}

/** All that came of checking documents. */
export interface ExamplesResult {
  readonly checker: { readonly version: string };
  /** The rules that were looked at. */
  readonly rules: readonly ExampleRule[];
  readonly checked: {
    /** Documents that were read, those that others refer to among them. */
    readonly files: number;
    /** Examples, defaults and members of enumerations that were held against a schema. */
    readonly examples: number;
    readonly schemas: number;
    readonly operations: number;
  };
  /** In the order of files, lines and columns; those of the baseline are left out. */
  readonly findings: readonly ExampleFinding[];
  /** How many findings are left out since the baseline has them. */
  readonly known: number;
  /** Fingerprints of the baseline that nothing has any more. */
  readonly gone: readonly string[];
  /** What could not be checked, each in one sentence: `examples.json is not read: it is on the network`. */
  readonly unchecked: readonly string[];
  /** When it began: ISO 8601, in UTC. */
  readonly startedAt: string;
  /** How long it took, in milliseconds. */
  readonly milliseconds: number;
}
