const names = ['show', 'level', 'suite', 'text'] as const;

/** More rows than this take a browser longer to lay out than a reader wants to wait. */
const handy = 400;

type Field = HTMLSelectElement | HTMLInputElement;

/** Brings the page of a comparison to life: the filters, and the address that holds them. */
export function comparisonPage(): void {
  document.documentElement.classList.add('scripted');
  const field = (name: string) => document.getElementById(name) as Field;
  const output = document.getElementById('shown');
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('.all tbody tr')];
  const texts = new Map<HTMLTableRowElement, string>();
  const textOf = (row: HTMLTableRowElement) => {
    const known = texts.get(row) ?? (row.textContent ?? '').toLowerCase();
    texts.set(row, known);
    return known;
  };

  const more = document.getElementById('more');
  let isAll = false;

  const filter = () => {
    const [show = '', level = '', suite = '', text = ''] = names.map((name) => field(name).value);
    const wanted = text.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      const { marks = '', level: has, suite: of } = row.dataset;
      const isWanted =
        (show === '' || marks.split(' ').includes(show)) &&
        (level === '' || has === level) &&
        (suite === '' || of === suite) &&
        (wanted === '' || textOf(row).includes(wanted));
      if (isWanted) count += 1;
      const isShown = isWanted && (isAll || count <= handy);
      if (row.hidden === isShown) row.hidden = !isShown;
    }
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
