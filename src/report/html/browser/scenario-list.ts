import { type Filter, type Filtered, isKept } from './filter.ts';

interface Row extends Filtered {
  readonly element: HTMLDetailsElement;
}

/** The scenarios of the page, and which of them a filter leaves. */
export interface ScenarioList {
  readonly total: number;
  /** Shows the first `most` of those that are kept. @returns how many are kept. */
  narrow(filter: Filter, most: number): number;
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
    narrow(filter, most) {
      let kept = 0;
      for (const { element, rows } of suites) {
        let shown = 0;
        for (const row of rows) {
          const stays = isKept(filter, row);
          if (stays) kept += 1;
          const isShown = stays && kept <= most;
          if (isShown) shown += 1;
          if (row.element.hidden === isShown) row.element.hidden = !isShown;
        }
        element.hidden = shown === 0;
      }
      return kept;
    },
  };
}
