/** What an element is given: `class` and `data-…` and the like, or what it does when it is clicked. */
export interface Given {
  readonly class?: string;
  readonly click?: (event: MouseEvent) => void;
  /** Kept only where it leads to the web or to a place in the page. */
  readonly href?: string;
  readonly [attribute: `aria-${string}` | `data-${string}`]: string;
  readonly type?: string;
  readonly title?: string;
  readonly id?: string;
  readonly tabindex?: string;
  readonly role?: string;
  readonly scope?: string;
}

/** An element of these children; every string is text, never markup. */
export function build<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { click, href, ...attributes }: Given = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  if (href !== undefined && /^(?:https?:\/\/|#)/i.test(href)) made.setAttribute('href', href);
  if (click !== undefined) made.addEventListener('click', (event) => click(event as MouseEvent));
  made.append(...children.filter((child) => child !== undefined));
  return made;
}
