import { evidence } from '../evidence.ts';
import { jsonText } from '../json-text.ts';
import type { Cell, ComparedRow, Comparison } from './comparison.ts';

function cellOf({ outcome, change }: Cell, server: string): object {
  if (outcome === undefined) return { server, verdict: null, change };
  const { violation, exchange } = evidence(outcome);
  const { verdict, reason, kind, intermittent, expectation, tries } = outcome;
  return {
    server,
    verdict,
    change,
    reason,
    kind,
    intermittent,
    met: expectation?.met,
    subject: violation?.subject,
    expected: violation?.expected,
    actual: violation?.actual,
    request: exchange && `${exchange.request.method} ${exchange.request.url}`,
    status: exchange?.response?.status,
    notes: tries.at(-1)?.notes,
  };
}

function rowOf(row: ComparedRow, names: readonly string[]): object {
  const { cells, brokenOnlyBy, ...rest } = row;
  return {
    ...rest,
    brokenOnlyBy: brokenOnlyBy === undefined ? null : names[brokenOnlyBy],
    cells: cells.map((cell, column) => cellOf(cell, names[column] ?? '')),
  };
}

/** The comparison for programs: a member a server, and a cell a server in each requirement. */
export function comparisonJson(comparison: Comparison): string {
  const { servers, rows, baseline, warnings, problems, exitCode } = comparison;
  const names = servers.map(({ name }) => name);
  return jsonText({
    exitCode,
    baseline: baseline === undefined ? null : names[baseline],
    warnings,
    problems,
    servers: servers.map(({ name, files, software, changes, run }) => {
      const { checker, startedAt, counts, plan, server } = run;
      return { name, files, software, checker, startedAt, counts, changes, plan, server };
    }),
    requirements: rows.map((row) => rowOf(row, names)),
  });
}
