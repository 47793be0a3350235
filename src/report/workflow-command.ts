import { escapeCharacter } from './visible.ts';

/** What GitHub Actions shows beside the code: an annotation of one of these kinds. */
export type AnnotationKind = 'error' | 'warning' | 'notice';

/** How many annotations of a kind GitHub shows of one step. */
export const shownOfAKind = 10;

/** GitHub's escapes in what follows the second `::`. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** GitHub's escapes in a property: also of what ends it. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * A workflow command of GitHub Actions, in one line without its end. Line breaks of the text are
 * shown as such; a text that came from elsewhere goes through `visible` first.
 */
export function workflowCommand(
  kind: AnnotationKind,
  properties: Readonly<Record<string, string>>,
  text: string,
): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${kind} ${written.join(',')}::${data(text)}`;
}

/** A file's name as it is, for GitHub looks it up, but without what would steer a terminal. */
export function commandFileName(file: string): string {
  return file.replace(/(?![\r\n])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeCharacter);
}
