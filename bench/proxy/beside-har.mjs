/** An exchange of the cases as a HAR file's text; `isNothing` makes a file without entries. */
export function harOf(one) {
  const entries = one.isNothing ? [] : [entry(one)];
  const log = { version: '1.2', creator: { name: 'bench', version: '1' }, entries };
  return JSON.stringify({ log });
}

function pairs(headers) {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

function entry({ method, path, sent, status, headers, body }) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = { 'content-type': 'application/json' };
  const postData = { mimeType: 'application/json', text: JSON.stringify(sent) };
  const url = new URL(`http://localhost:8008${path}`);
  const common = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1 };
  return {
    startedDateTime: '2026-11-27T00:00:00.000Z',
    time: 1,
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
    request: {
      ...{ ...common, method, url: url.href, bodySize: -1 },
      queryString: pairs(Object.fromEntries(url.searchParams)),
      headers: pairs(sent === undefined ? {} : type),
      ...(sent === undefined ? {} : { postData }),
    },
    response: {
      ...{ ...common, status, statusText: '', redirectURL: '', bodySize: text.length },
      headers: pairs(headers),
      content: { size: text.length, mimeType: headers['content-type'] ?? '', text },
    },
  };
}
