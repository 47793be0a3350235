import { build } from './build.ts';
import { type Filter, filterNames, readFilter, writeFilter } from './filter.ts';
import { openScenario } from './open-scenario.ts';
import { scenarioList } from './scenario-list.ts';

/** Brings the page of a run to life: filters, links to what is shown, evidence on demand. */
export function runPage(): void {
  const form = document.getElementById('filters');
  if (form === null) return;
  const list = scenarioList();
  const count = form.querySelector('output');
  const nothing = document.getElementById('none');
  let open = '';

  const field = (name: keyof Filter) =>
    form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);
  const chosen = () =>
    Object.fromEntries(
      filterNames.map((name) => [name, field(name)?.value ?? '']),
    ) as unknown as Filter;

  function show(): void {
    const kept = list.narrow(chosen());
    if (count !== null) count.textContent = `${kept} of ${list.total}`;
    if (nothing !== null) nothing.hidden = kept > 0;
  }

  function tellAddress(): void {
    history.replaceState(null, '', `#${writeFilter(chosen(), open)}`);
  }

  function followAddress(): void {
    const asked = readFilter(location.hash);
    const row = asked.open === '' ? null : document.getElementById(asked.open);
    for (const name of filterNames) {
      const one = field(name);
      if (one !== null) one.value = asked.filter[name];
    }
    show();
    if (!(row instanceof HTMLDetailsElement)) return;
    open = row.id;
    row.hidden = false;
    row.open = true;
    row.scrollIntoView();
    row.querySelector('summary')?.focus({ preventScroll: true });
  }

  form.addEventListener('input', () => {
    show();
    tellAddress();
  });
  document.getElementById('clear')?.addEventListener('click', () => {
    for (const name of filterNames) {
      const one = field(name);
      if (one !== null) one.value = '';
    }
    open = '';
    show();
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
  addEventListener('hashchange', followAddress);
  form.hidden = false;
  followAddress();
}
