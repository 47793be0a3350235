import { type Filter, type Filtered, isKept } from './filter.ts';

interface Row extends Filtered {
  readonly element: HTMLDetailsElement;
}

/** The scenarios of the page, and which of them a filter leaves. */
export interface ScenarioList {
  readonly total: number;
  /**
   * Shows the first `most` of those that are kept, and among them the one of the id `open`, wherever
   * it stands. @returns how many are kept, and how many of these are shown.
   */
  narrow(
    filter: Filter,
    most: number,
    open: string,
  ): { readonly kept: number; readonly shown: number };
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
    narrow(filter, most, open) {
      let kept = 0;
      let shown = 0;
      for (const { element, rows } of suites) {
        const before = shown;
        for (const row of rows) {
          const stays = isKept(filter, row);
          if (stays) kept += 1;
          const isShown = stays && (kept <= most || row.element.id === open);
          if (isShown) shown += 1;
          if (row.element.hidden === isShown) row.element.hidden = !isShown;
        }
        element.hidden = shown === before;
      }
      return { kept, shown };
    },
  };
}
