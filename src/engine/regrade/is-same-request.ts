import { baseUrl } from '../../client/base-url.ts';
import { byteText } from '../../client/byte-text.ts';
import type { PreparedRequest } from '../../client/prepared-request.ts';
import { mask } from '../../client/redactor.ts';
import type { Exchange } from '../../model/exchange.ts';

/** Makes a function that tells whether a recorded request is this one, which is clean of secrets. */
export function isSameRequest(target: string, clean: PreparedRequest): (one: Exchange) => boolean {
  const url = baseUrl(target) + clean.path;
  const body = clean.body === undefined ? undefined : byteText(clean.body).text;
  const names = Object.keys(clean.headers);
  return ({ user, request }) =>
    user === clean.user &&
    request.method === clean.method &&
    fits(request.url, url) &&
    hasBody(request, body) &&
    Object.keys(request.headers).length === names.length &&
    names.every((name) => fits(request.headers[name], clean.headers[name]));
}

function hasBody({ body, truncated }: Exchange['request'], now: string | undefined): boolean {
  return fits(body, truncated === true ? now?.slice(0, body?.length) : now);
}

/** A mask in the recording stands for any text: which secrets there were is not known any more. */
function fits(recorded: string | undefined, now: string | undefined): boolean {
  if (recorded === now) return true;
  if (recorded === undefined || now === undefined || !recorded.includes(mask)) return false;
  const parts = recorded.split(mask);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!now.startsWith(first) || now.length < first.length + last.length) return false;
  if (!now.endsWith(last)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = now.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= now.length - last.length;
}
