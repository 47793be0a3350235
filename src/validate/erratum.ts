/** Where the documents of the specification are wrong, or say less than its prose. */
export interface Erratum {
  /** The id of an operation of the client-server API; `*` for each of them. */
  readonly operation: string;
  /** As the document has it; `4XX` for each standard error. */
  readonly status: string;
  readonly what: string;
  readonly reason: string;
  readonly link: string;
  /** Where the document says too little: a schema that is demanded besides its own. */
  readonly adds?: Readonly<Record<string, unknown>>;
  /**
   * Where it is wrong: the schema as it should be; the same where it is right already. An entry with
   * neither is for readers alone: there is nothing to put right, or it is not a schema that does it.
   */
  readonly correct?: (schema: unknown) => unknown;
}
