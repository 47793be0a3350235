import type { ExampleFinding } from '../model/example-finding.ts';

/** Findings that are known, by their fingerprints. */
export interface Baseline {
  readonly findings: readonly BaselineEntry[];
}

/** A known finding: the fingerprint decides, the rest is for who reads the file. */
export type BaselineEntry = Pick<ExampleFinding, 'fingerprint' | 'rule' | 'pointer' | 'message'> & {
  readonly file: string;
};

/**
 * Reads the text of a baseline.
 * @throws Error with half a sentence, where it is none
 */
export function readBaseline(text: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('it is no JSON');
  }
  const findings = (value as { findings?: unknown } | null)?.findings;
  const isEntry = (one: unknown) =>
    typeof (one as { fingerprint?: unknown } | null)?.fingerprint === 'string';
  if (!Array.isArray(findings) || !findings.every(isEntry))
    throw new Error('it has no list of findings with fingerprints');
  return { findings };
}

/** The baseline that knows these findings: the same text for the same findings, wherever they lie. */
export function writeBaseline(findings: readonly ExampleFinding[]): string {
  const entries = findings
    .map(({ fingerprint, rule, file, pointer, message }): BaselineEntry => {
      return { fingerprint, rule, file, pointer, message };
    })
    .toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  return `${JSON.stringify({ findings: entries }, null, 2)}\n`;
}

/** Findings without those that are known, how many those are, and the known ones that are gone. */
export function withoutKnown(findings: readonly ExampleFinding[], { findings: known }: Baseline) {
  const fingerprints = new Set(known.map(({ fingerprint }) => fingerprint));
  const news = findings.filter(({ fingerprint }) => !fingerprints.has(fingerprint));
  const met = new Set(findings.map(({ fingerprint }) => fingerprint));
  return {
    findings: news,
    known: findings.length - news.length,
    gone: [...fingerprints].filter((one) => !met.has(one)),
  };
}
