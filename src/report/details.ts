import type { Exchange } from '../model/exchange.ts';
import type { Judgement } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Violation } from '../model/violation.ts';
import { evidence } from './evidence.ts';
import { seconds } from './seconds.ts';

/** One labelled line of what a report says of an outcome. The text is raw: it may be hostile. */
export interface Detail {
  readonly label: string;
  readonly text: string;
}

/** How many further violations, and how many notes, are told; the JSON report has them all. */
const told = 3;

function ofViolation(violation: Violation, id: string, reason: string): readonly Detail[] {
  const isItsOwn = violation.requirement === id;
  return [
    ...(isItsOwn ? [] : [{ label: 'broken', text: violation.requirement }]),
    ...(violation.message === reason ? [] : [{ label: 'found', text: violation.message }]),
    { label: 'subject', text: violation.subject },
    { label: 'expected', text: violation.expected || '(nothing)' },
    { label: 'actual', text: violation.actual || '(nothing)' },
  ];
}

function ofExpectation({ file, line, told, reason, url, edit }: Judgement): readonly Detail[] {
  const because = [reason, url].filter((one) => one !== undefined && one !== '');
  const does = (becomes?: string) => (becomes === undefined ? 'remove' : 'write');
  return [
    { label: 'known', text: `${file}:${line}: ${[`${told}.`, ...because].join(' ')}` },
    ...(edit ?? []).map(({ line, text, becomes }) => ({
      label: does(becomes),
      text: `${file}:${line}: ${becomes ?? text}`,
    })),
  ];
}

function ofExchange(exchange: Exchange, withHeaders: boolean): readonly Detail[] {
  const { request, response } = exchange;
  const asked = [exchange.user, exchange.operationId].filter((part) => part !== undefined);
  const by = asked.length === 0 ? '' : ` (${asked.join(', ')})`;
  const details = [{ label: 'request', text: `${request.method} ${request.url}${by}` }];
  if (request.body) details.push({ label: 'sent', text: request.body });
  const took = seconds(exchange.durationMs);
  if (response === undefined) {
    const why = exchange.failure ?? 'no answer';
    details.push({ label: 'response', text: `none after ${took}: ${why}` });
    return details;
  }
  const type = response.headers['content-type'] ?? 'no content type';
  details.push({ label: 'response', text: `${response.status} ${type}, after ${took}` });
  if (withHeaders) details.push({ label: 'headers', text: JSON.stringify(response.headers) });
  const cut = response.truncated ? ' (the checker read no further)' : '';
  details.push({ label: 'received', text: `${response.body || '(an empty body)'}${cut}` });
  return details;
}

/**
 * What every readable report tells of an outcome, in order: the reason, what was known of it before,
 * what was expected and what came, the exchange that shows it, and last the `curl` command that repeats it.
 */
export function details(outcome: Outcome): readonly Detail[] {
  const { try: shown, violation, others, exchange } = evidence(outcome);
  const list: Detail[] = [];
  const reason = outcome.reason || (shown?.reason ?? '');
  if (reason !== '') list.push({ label: 'reason', text: reason });
  if (outcome.expectation !== undefined) list.push(...ofExpectation(outcome.expectation));
  if (outcome.intermittent) {
    const verdicts = outcome.tries.map((one) => one.verdict).join(', then ');
    list.push({ label: 'tries', text: `${verdicts}: intermittent` });
  }
  if (violation !== undefined) list.push(...ofViolation(violation, outcome.id, reason));
  const messages = new Set([reason]);
  const news = others.filter(({ message }) => !messages.has(message) && messages.add(message));
  for (const other of news.slice(0, told)) {
    list.push({ label: 'also', text: `${other.requirement}: ${other.message}` });
  }
  if (news.length > told) list.push({ label: 'also', text: `${news.length - told} more` });
  for (const text of shown?.notes.slice(0, told) ?? []) list.push({ label: 'note', text });
  if (exchange === undefined) return list;
  list.push(...ofExchange(exchange, violation?.kind === 'header'));
  list.push({ label: 'curl', text: exchange.curl });
  return list;
}
