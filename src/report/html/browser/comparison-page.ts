import { handy } from './handy.ts';

/** As many rows as a window shows, and some more: the others follow when these are painted. */
const atOnce = 80;

const names = ['show', 'level', 'suite', 'text'] as const;

type Field = HTMLSelectElement | HTMLInputElement;

/** Brings the page of a comparison to life: the filters, and the address that holds them. */
export function comparisonPage(): void {
  document.documentElement.classList.add('scripted');
  const field = (name: string) => document.getElementById(name) as Field;
  const output = document.getElementById('shown');
  const body = document.querySelector<HTMLTableSectionElement>('.all tbody');
  const rows = [...(body?.rows ?? [])];
  const texts = new Map<HTMLTableRowElement, string>();
  const textOf = (row: HTMLTableRowElement) => {
    const known = texts.get(row) ?? (row.textContent ?? '').toLowerCase();
    texts.set(row, known);
    return known;
  };

  const more = document.getElementById('more');
  let isAll = false;
  let later = 0;

  /** What is hidden is not in the document, as a browser looks at each row of a table. */
  const put = (shown: readonly HTMLTableRowElement[], first: number) => {
    cancelAnimationFrame(later);
    body?.replaceChildren(...shown.slice(0, first));
    if (shown.length <= first) return;
    // The second frame comes when the first of them are painted.
    later = requestAnimationFrame(() => {
      later = requestAnimationFrame(() => body?.append(...shown.slice(first)));
    });
  };

  const filter = () => {
    const [show = '', level = '', suite = '', text = ''] = names.map((name) => field(name).value);
    const wanted = text.trim().toLowerCase();
    const kept: HTMLTableRowElement[] = [];
    for (const row of rows) {
      const { marks = '', level: has, suite: of } = row.dataset;
      const isWanted =
        (show === '' || marks.split(' ').includes(show)) &&
        (level === '' || has === level) &&
        (suite === '' || of === suite) &&
        (wanted === '' || textOf(row).includes(wanted));
      if (isWanted) kept.push(row);
    }
    const count = kept.length;
    put(isAll ? kept : kept.slice(0, handy), isAll ? kept.length : atOnce);
    if (more) {
      more.hidden = isAll || count <= handy;
      more.textContent = `Show the other ${count - handy}`;
    }
    if (output) output.textContent = `${count} of ${rows.length}`;
  };

  const fromAddress = () => {
    isAll = false;
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const name of names) {
      const one = field(name);
      one.value = asked.get(name) ?? '';
      // A choice that this page does not have leaves the select without any.
      if (one instanceof HTMLSelectElement && one.selectedIndex < 0) one.selectedIndex = 0;
    }
    filter();
  };

  const toAddress = () => {
    isAll = false;
    const given = names
      .map((name) => [name, field(name).value])
      .filter(([, value]) => value !== '');
    const text = new URLSearchParams(given as [string, string][]).toString();
    history.replaceState(null, '', text === '' ? '#' : `#${text}`);
    filter();
  };

  for (const name of names) field(name).addEventListener('input', toAddress);
  const showAll = () => {
    isAll = true;
    filter();
  };
  more?.addEventListener('click', showAll);
  addEventListener('beforeprint', showAll);
  addEventListener('hashchange', fromAddress);
  fromAddress();
}
