import type { GivenResult } from './comparison.ts';

/** What this project's own homeserver calls itself. */
export const referenceName = 'matrix-conformance reference';

/** `Synapse` of `Synapse 1.163.2 (b=main)`; none where a homeserver does not say what it is. */
export function softwareOf(told: string): string | undefined {
  const [, name = ''] = /^(.*?)(?:\s+v?\d.*)?$/s.exec(told.trim()) ?? [];
  return name === '' || name === 'unknown' ? undefined : name;
}

/** The file's name without its folders and its ending: `synapse` of `reports/synapse.json`. */
function baseName(file: string): string {
  const [last = file] = file.split(/[/\\]/).slice(-1);
  return last.replace(/\.json$/i, '') || file;
}

/**
 * What each column is called: the name that the user gave it, else the software with its version,
 * else the file. Those of the same software are told apart by their files, and what is still the
 * same by a number.
 */
export function serverNames(given: readonly GivenResult[]): readonly string[] {
  const first = given.map(({ name, files: [file = ''], result }) => {
    const { software } = result.server;
    return name ?? (softwareOf(software) === undefined ? baseName(file) : software);
  });
  const isTwice = (names: readonly string[], index: number) =>
    names.indexOf(names[index] ?? '') !== names.lastIndexOf(names[index] ?? '');
  const second = first.map((name, index) => {
    const { name: chosen, files: [file = ''] = [] } = given[index] ?? {};
    const isTold = chosen === undefined && name !== baseName(file) && isTwice(first, index);
    return isTold ? `${name} (${baseName(file)})` : name;
  });
  return second.map((name, index) => {
    if (!isTwice(second, index)) return name;
    const before = second.slice(0, index).filter((one) => one === name).length;
    return `${name} (${before + 1})`;
  });
}
