import type { EvidenceChunk, PageExchange } from '../evidence-chunk.ts';
import { formatted } from '../formatted.ts';
import { build } from './build.ts';
import { copyButton } from './copy-button.ts';

type Headers = EvidenceChunk['headers'];

/** The path with its query: the target stands above. */
function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]*/, '') || url;
}

function headerText(headers: Headers, index: number | undefined): string {
  const found = index === undefined ? [] : (headers[index] ?? []);
  return found.map(([name, value]) => `${name}: ${value}`).join('\n');
}

function part(title: string, headers: string, body: string | undefined): HTMLElement {
  const text = [headers, body === undefined ? '' : formatted(body)].filter(Boolean).join('\n\n');
  return build('div', {}, build('strong', {}, title), build('pre', {}, text || '(nothing)'));
}

function fill(exchange: PageExchange, headers: Headers): HTMLElement {
  const { method, url, status, failure, curl, isTruncated } = exchange;
  const answer = status === undefined ? `none: ${failure ?? 'no answer'}` : String(status);
  const copy =
    curl === undefined
      ? build('p', {}, 'The curl command is too long for this page; the JSON report has it.')
      : copyButton('Copy curl', curl);
  return build(
    'div',
    {},
    build('div', { class: 'actions screen' }, copy),
    part(`${method} ${url}`, headerText(headers, exchange.sent), exchange.body),
    part(`Answer: ${answer}`, headerText(headers, exchange.received), exchange.answer),
    isTruncated ? build('p', {}, 'The checker read no further.') : undefined,
    curl === undefined ? undefined : build('pre', { class: 'curl' }, curl),
  );
}

/** One exchange as a line that opens. `shows` marks the one that a violation points at. */
export function exchangeView(
  exchange: PageExchange,
  headers: Headers,
  shows: boolean,
): HTMLDetailsElement {
  const { method, url, status, user, operationId, durationMs } = exchange;
  const by = [user, operationId].filter(Boolean).join(', ');
  const mark = shows ? ' ← shows it' : '';
  const line = `${status ?? 'none'} ${method} ${pathOf(url)}${by && ` (${by})`}, ${durationMs} ms${mark}`;
  const view = build(
    'details',
    { class: shows ? 'exchange shows' : 'exchange' },
    build('summary', {}, line),
  );
  // Most are never opened.
  view.addEventListener(
    'toggle',
    () => {
      if (view.childElementCount === 1) view.append(fill(exchange, headers));
    },
    { once: true },
  );
  if (shows) view.open = true;
  return view;
}
