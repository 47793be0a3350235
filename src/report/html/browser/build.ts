import { shown } from '../shown.ts';

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

/**
 * An element of these children. Every string is text, never markup, and whatever would not show in
 * it, or would turn its direction, is an escape.
 */
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
  for (const child of children) {
    if (child !== undefined) made.append(typeof child === 'string' ? shown(child) : child);
  }
  return made;
}
