/** The body read as JSON, or why it is none. */
export type Json =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** A response as a scenario sees it: nothing is redacted here, so nothing of it may be printed. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isUtf8: boolean;
  readonly json: Json;
}

/** The body's JSON, or `undefined` where it is none. */
export function jsonOf(answer: Answer): unknown {
  return answer.json.ok ? answer.json.value : undefined;
}

/** A member of the body's JSON object, or `undefined`. */
export function memberOf(answer: Answer, name: string): unknown {
  const value = jsonOf(answer);
  return isRecord(value) ? value[name] : undefined;
}

/** The standard error's `errcode`, or `undefined`. */
export function errcodeOf(answer: Answer): string | undefined {
  const errcode = memberOf(answer, 'errcode');
  return typeof errcode === 'string' ? errcode : undefined;
}

/** Whether a JSON value is an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
