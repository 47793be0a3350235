/**
 * The answer of the proxy itself where there is no homeserver, as it goes over the wire. Browsers
 * may read it, so that a web client shows the sentence.
 *
 * @param method of the request: an answer to HEAD has no body
 */
export function refusal(method: string, sentence: string): string {
  const error = `matrix-conformance proxy: ${sentence}`;
  const body = `${JSON.stringify({ errcode: 'M_UNKNOWN', error })}\n`;
  const head = [
    'HTTP/1.1 502 Bad Gateway',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Access-Control-Allow-Origin: *',
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${method === 'HEAD' ? '' : body}`;
}
