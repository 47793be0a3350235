import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root: string = fileURLToPath(new URL('..', import.meta.url));

export const readme: string = readFileSync(`${root}README.md`, 'utf8');
export const contributing: string = readFileSync(`${root}CONTRIBUTING.md`, 'utf8');

/** The fenced blocks of a language, without their fences. */
export function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , body = '']) => body.trimEnd());
}

/** What stands between backquotes in a line of prose. */
export function spans(text: string): readonly string[] {
  const prose = text.replaceAll(/^```\w+\n.*?^```$/gms, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
}

/** The options that a text names, each once: `--target`. */
export function optionsIn(text: string): readonly string[] {
  return [...new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [])].toSorted();
}

/** The options of this program that a document names: in prose, and after its name in a command. */
export function optionsOf(text: string): readonly string[] {
  const commands = [
    ...text.matchAll(/(?:npx (?:--yes )?matrix-conformance|npm start --) (.*)/g),
  ].map(([, words = '']) => words);
  const alone = spans(text).filter((span) => span.startsWith('--'));
  const others = spans(text).filter((span) => /^(?:run|list|homeserver|self-test) \[/.test(span));
  return optionsIn([...commands, ...alone, ...others].join('\n'));
}

/** A report without what differs from run to run: addresses, ids, durations, counts, versions. */
export function steady(report: string): string {
  return report
    .replaceAll(/http:\/\/(?!spec)[^/\s;&]+/g, 'http://TARGET')
    .replaceAll(/rooms\/%21[^/\s]+/g, 'rooms/ROOM')
    .replaceAll(/\$[\w-]{43}/g, 'EVENT')
    .replaceAll(/\b[\d.]+ (?:ms|s)\b/g, 'TIME')
    .replaceAll(/time="[\d.]+"/g, 'time="TIME"')
    .replaceAll(/\b\d+ (?:operations|requests)\b/g, 'MANY')
    .replaceAll(/^matrix-conformance \d\S*$/gm, 'matrix-conformance VERSION')
    .replaceAll(/^(?:Proof of [\s\S]*?do nothing\)\.|How well .*)\n/gm, '')
    .trim();
}
