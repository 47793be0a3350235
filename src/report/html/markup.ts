import { shown } from './shown.ts';

/** What stands in an element: a string is text, always; what is not there is left out. */
export type Child = Markup | string | number | false | undefined | readonly Child[];

/** Attributes by name. Those that could run or load anything are not among them, nor is `style`. */
export type Attributes = Readonly<
  Partial<
    Record<
      | 'class'
      | 'id'
      | 'href'
      | 'title'
      | 'lang'
      | 'scope'
      | 'role'
      | 'tabindex'
      | 'hidden'
      | 'open'
      | 'for'
      | 'type'
      | 'name'
      | 'value'
      | 'placeholder'
      | 'autocomplete'
      | 'spellcheck'
      | 'datetime'
      | 'colspan'
      | 'viewBox'
      | 'preserveAspectRatio'
      | 'x'
      | 'y'
      | 'width'
      | 'height'
      | `aria-${string}`
      | `data-${string}`,
      string | number | boolean | undefined
    >
  >
>;

/** The elements that a page may be made of: none of them runs, loads or embeds anything. */
export type ElementName =
  | `h${1 | 2 | 3 | 4}`
  | ('header' | 'main' | 'footer' | 'nav' | 'section' | 'article' | 'search' | 'noscript')
  | ('p' | 'div' | 'span' | 'a' | 'strong' | 'em' | 'b' | 'code' | 'pre' | 'del' | 'ins' | 'time')
  | ('ul' | 'ol' | 'li' | 'dl' | 'dt' | 'dd' | 'br' | 'abbr' | 'small' | 'bdi' | 'kbd')
  | ('table' | 'caption' | 'thead' | 'tbody' | 'tfoot' | 'tr' | 'th' | 'td')
  | ('details' | 'summary' | 'button' | 'input' | 'select' | 'option' | 'label' | 'output')
  | ('fieldset' | 'legend' | 'svg' | 'rect');

const empty: ReadonlySet<string> = new Set(['br', 'input']);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapedText(text: string): string {
  return shown(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Where a link may lead: to the web, or to a place in the page; never to a `javascript:`. */
function isHarmless(href: string): boolean {
  return /^(?:https?:\/\/|#)/i.test(href);
}

function attribute(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined || value === false) return '';
  if (name === 'href' && !isHarmless(String(value))) return '';
  return value === true ? ` ${name}` : ` ${name}="${escapedText(String(value))}"`;
}

/** A piece of a page in which every text is escaped already. Only `element` makes one. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** The pieces and texts, one after the other, as a page has them. */
  static text(child: Child): string {
    if (child === undefined || child === false) return '';
    if (child instanceof Markup) return child.#text;
    if (typeof child === 'object') return child.map(Markup.text).join('');
    return escapedText(String(child));
  }

  static element(name: ElementName, attributes: Attributes, children: readonly Child[]): Markup {
    const written = Object.entries(attributes).map(([key, value]) => attribute(key, value));
    const start = `<${name}${written.join('')}>`;
    return new Markup(empty.has(name) ? start : `${start}${Markup.text(children)}</${name}>`);
  }
}

/**
 * One element. Every string in it is text: markup, control characters and what turns the direction
 * of writing are shown as they are, and never obeyed. An `href` that is no link is left out.
 */
export function element(name: ElementName, attributes: Attributes, ...children: Child[]): Markup {
  return Markup.element(name, attributes, children);
}
