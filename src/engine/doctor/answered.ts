import type { Answered } from '../../model/diagnosis.ts';
import type { Exchange } from '../../model/exchange.ts';

/** An exchange in short: what was asked, the status with its errcode, the head of the body. */
export function answered({ request, response, failure }: Exchange): Answered {
  const asked = `${request.method} ${request.url}`;
  if (response === undefined) return { request: asked, answer: failure ?? 'no answer', body: '' };
  const [, errcode] = /"errcode"\s*:\s*"([^"]{1,100})"/.exec(response.body) ?? [];
  const type = response.headers['content-type'] ?? 'no content type';
  return {
    request: asked,
    answer: `${response.status} ${errcode ?? type}`,
    body: response.body.slice(0, 300),
  };
}
