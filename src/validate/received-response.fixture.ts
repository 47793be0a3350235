import type { ReceivedResponse } from './received-response.ts';

/** A response with this JSON, or with this text where it is not to be JSON. */
export function received(
  status: number,
  body: unknown,
  over: Partial<ReceivedResponse> = {},
): ReceivedResponse {
  const text = JSON.stringify(body);
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: text,
    isUtf8: true,
    json: { ok: true, value: body },
    ...over,
  };
}

/** A response that is no JSON. */
export function receivedText(status: number, body: string, contentType?: string): ReceivedResponse {
  return {
    status,
    headers: contentType === undefined ? {} : { 'content-type': contentType },
    body,
    isUtf8: true,
    json: { ok: false, message: 'Unexpected token' },
  };
}
