import { build } from './build.ts';
import { type Filter, filterNames, readFilter, writeFilter } from './filter.ts';
import { handy } from './handy.ts';
import { openScenario } from './open-scenario.ts';
import { scenarioList } from './scenario-list.ts';

/** Brings the page of a run to life: filters, links to what is shown, evidence on demand. */
export function runPage(): void {
  const form = document.getElementById('filters');
  if (form === null) return;
  const list = scenarioList();
  const count = form.querySelector('output');
  const nothing = document.getElementById('none');
  const more = document.getElementById('more');
  let open = '';
  let isAll = false;

  const field = (name: keyof Filter) =>
    form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);
  const chosen = () =>
    Object.fromEntries(
      filterNames.map((name) => [name, field(name)?.value ?? '']),
    ) as unknown as Filter;

  function show(): void {
    const most = isAll ? Number.POSITIVE_INFINITY : handy;
    const { kept, shown } = list.narrow(chosen(), most, open);
    if (more !== null) {
      more.hidden = shown === kept;
      more.textContent = `Show the other ${kept - shown}`;
    }
    if (count !== null) count.textContent = `${kept} of ${list.total}`;
    if (nothing !== null) nothing.hidden = kept > 0;
  }

  /** As what is asked for is another, the first of it are enough again. */
  function showFirst(): void {
    isAll = false;
    show();
  }

  function showAll(): void {
    isAll = true;
    show();
  }

  function tellAddress(): void {
    history.replaceState(null, '', `#${writeFilter(chosen(), open)}`);
  }

  function followAddress(isNews: boolean): void {
    const asked = readFilter(location.hash);
    const row = asked.open === '' ? null : document.getElementById(asked.open);
    // A place of the page that is no scenario, such as its content: the browser goes there itself.
    if (row !== null && !row.classList.contains('scenario')) {
      show();
      return;
    }
    for (const name of filterNames) {
      const one = field(name);
      if (one !== null) one.value = asked.filter[name];
    }
    open = row?.id ?? '';
    showFirst();
    if (!(row instanceof HTMLDetailsElement)) {
      if (isNews) document.getElementById('scenarios')?.scrollIntoView();
      return;
    }
    // Also where what it narrows by would leave it out.
    row.hidden = false;
    if (row.parentElement !== null) row.parentElement.hidden = false;
    row.open = true;
    // Once more when the evidence is there, as what is above may have been laid out by then.
    const goThere = () => row.scrollIntoView();
    goThere();
    void openScenario(row).then(goThere);
    row.querySelector('summary')?.focus({ preventScroll: true });
  }

  form.addEventListener('input', () => {
    showFirst();
    tellAddress();
  });
  document.getElementById('clear')?.addEventListener('click', () => {
    for (const name of filterNames) {
      const one = field(name);
      if (one !== null) one.value = '';
    }
    open = '';
    showFirst();
    tellAddress();
    field('q')?.focus();
  });
  // A toggle does not bubble, and is caught on its way down.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.classList.contains('scenario')) return;
      if (target.open) {
        void openScenario(target);
        open = target.id;
      } else if (open === target.id) open = '';
      tellAddress();
    },
    true,
  );
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey;
    if (event.key !== '/' || isTyping) return;
    event.preventDefault();
    field('q')?.focus();
  });
  for (const cell of document.querySelectorAll<HTMLElement>('[data-filter]')) {
    const link = build('a', { href: `#${cell.dataset.filter}` });
    link.append(...cell.childNodes);
    cell.append(link);
  }
  more?.addEventListener('click', showAll);
  addEventListener('beforeprint', showAll);
  addEventListener('hashchange', () => followAddress(true));
  form.hidden = false;
  followAddress(false);
}
