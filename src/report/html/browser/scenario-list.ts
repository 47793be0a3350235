import { type Filter, type Filtered, isKept } from './filter.ts';

interface Row extends Filtered {
  readonly element: HTMLDetailsElement;
}

/** The scenarios of the page, and which of them a filter leaves. */
export interface ScenarioList {
  readonly total: number;
  /** Shows those that are kept. @returns how many. */
  narrow(filter: Filter): number;
}

/** Reads the scenarios that stand in the page. */
export function scenarioList(): ScenarioList {
  const suites = [...document.querySelectorAll<HTMLElement>('.suite')].map((element) => {
    const suite = element.dataset.suite ?? '';
    const rows: readonly Row[] = [
      ...element.querySelectorAll<HTMLDetailsElement>(':scope > .scenario'),
    ].map((row) => ({
      element: row,
      suite,
      verdict: row.dataset.v ?? '',
      level: row.dataset.l ?? '',
      expected: row.dataset.e ?? '',
      text: (row.textContent ?? '').toLowerCase(),
    }));
    return { element, rows };
  });
  return {
    total: suites.reduce((sum, { rows }) => sum + rows.length, 0),
    narrow(filter) {
      let kept = 0;
      for (const { element, rows } of suites) {
        const before = kept;
        for (const row of rows) {
          const stays = isKept(filter, row);
          if (stays) kept += 1;
          if (row.element.hidden === stays) row.element.hidden = !stays;
        }
        element.hidden = kept === before;
      }
      return kept;
    },
  };
}
