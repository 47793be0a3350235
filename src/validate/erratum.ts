/** Where the documents of the specification are wrong, or say less than its prose. */
export interface Erratum {
  /** The id of an operation of the client-server API; `*` for each of them. */
  readonly operation: string;
  /** As the document has it; `4XX` for each standard error. */
  readonly status: string;
  readonly what: string;
  readonly reason: string;
  readonly link: string;
  /**
   * The schema as it should be; the same where it is right already. None where there is nothing to
   * put right, or where it is not a schema that does it: then the entry says so to readers alone.
   */
  readonly correct?: (schema: unknown) => unknown;
}
