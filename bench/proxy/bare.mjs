// The least that a proxy of node:http and undici can be: it passes all on, and looks at nothing.
import { createServer } from 'node:http';
import { Pool } from 'undici';

const pool = new Pool(process.argv[2], { headersTimeout: 0, bodyTimeout: 0 });
const server = createServer((request, response) => {
  const { method, url, headers } = request;
  const hasBody = 'content-length' in headers || 'transfer-encoding' in headers;
  const { host, connection, ...others } = headers;
  pool.dispatch(
    { method, path: url, headers: others, body: hasBody ? request : null },
    {
      onConnect() {},
      onHeaders(status, rawHeaders, resume) {
        response.on('drain', resume);
        response.writeHead(
          status,
          rawHeaders.map((one) => one.toString('latin1')),
        );
        return true;
      },
      onData: (chunk) => response.write(chunk),
      onComplete: () => response.end(),
      onError: () => response.destroy(),
    },
  );
});
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${server.address().port}`));
process.once('disconnect', () => process.exit());
