/** A response as the validators look at it. */
export interface ReceivedResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the bytes of the body were UTF-8. */
  readonly isUtf8: boolean;
  /** The body read as JSON, or why it is none. */
  readonly json:
    | { readonly ok: true; readonly value: unknown }
    | { readonly ok: false; readonly message: string };
}
