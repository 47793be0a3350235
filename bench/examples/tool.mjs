/**
 * One document, or one folder of documents, that a tool is shown. `isMatrix` where it does as only
 * the specification of Matrix does: its formats, composed examples, its layout of events.
 *
 * @typedef {{
 *   readonly id: string, readonly path: string, readonly main: string,
 *   readonly files: readonly string[],
 *   readonly kind: 'openapi-3.1' | 'openapi-3.0' | 'json-schema' | 'events',
 *   readonly isMatrix: boolean,
 * }} Subject
 */

/**
 * What a tool says of a subject: errors about examples and schemas, why it could not check, and
 * what it remarks on beside these. Where it can say so, the places of its errors.
 *
 * @typedef {{
 *   readonly errors: readonly string[], readonly troubles: readonly string[],
 *   readonly remarks?: readonly string[], readonly places?: readonly Place[],
 * }} Verdict
 */

/** @typedef {{ readonly rule: string, readonly file: string, readonly line: number }} Place */

/**
 * What the comparison knows of a tool. `install` and `judge` throw where the tool cannot be run;
 * both write into `folder` alone.
 *
 * @typedef {{
 *   readonly name: string,
 *   readonly takes: (subject: Subject) => boolean,
 *   readonly install: (folder: string) => Promise<void>,
 *   readonly judge: (
 *     subjects: readonly Subject[], folder: string,
 *   ) => Promise<ReadonlyMap<string, Verdict>>,
 *   readonly finds?: (
 *     wrong: import('./corpus.mjs').Defect, defect: Verdict, control: Verdict,
 *   ) => boolean,
 * }} Tool
 */

/** @param {Subject} subject */
export function isOpenapi(subject) {
  return subject.kind.startsWith('openapi');
}

/**
 * A message that is the same of a defect and of its control: without where the corpus lies, and
 * without numbers of lines.
 *
 * @param {string} message
 */
export function strip(message) {
  return message
    .replace(/[^\s"']*\b(?:defects|controls)\//g, '')
    .replace(/\b(line|column) \d+/g, '$1')
    .replace(/:\d+:\d+/g, '')
    .replace(/\(\d+[,:]\d+\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
