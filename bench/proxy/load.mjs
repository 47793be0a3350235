// Asks again and again over so many connections, and sends what it measured.
import { Pool } from 'undici';

const { url, connections, seconds, requests } = JSON.parse(process.argv[2] ?? '{}');
const { origin, pathname, search } = new URL(url);
const pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
const options = {
  method: 'GET',
  path: pathname + search,
  headers: [
    'Accept',
    'application/json',
    'Authorization',
    'Bearer syt_YWxpY2U_ZZjYFQUMRKmLIHaZyBWp',
  ],
};
const latencies = [];
let asked = 0;
let bytes = 0;

/** One request after the other, until the time is over or there were enough. */
function lane(isOver) {
  return new Promise((resolve, reject) => {
    const next = () => {
      if (isOver()) return resolve();
      asked += 1;
      const start = performance.now();
      let status = 0;
      pool.dispatch(options, {
        onConnect() {},
        onHeaders(code) {
          status = code;
          return true;
        },
        onData(chunk) {
          bytes += chunk.length;
          return true;
        },
        onComplete() {
          latencies.push(performance.now() - start);
          if (status === 200) next();
          else reject(new Error(`the answer was ${status}`));
        },
        onError: reject,
      });
    };
    next();
  });
}

/** The first tenth is not counted: code is compiled and connections are made then. */
async function measure() {
  const run = async (part) => {
    const end = performance.now() + seconds * 1000 * part;
    let left = (requests ?? Number.POSITIVE_INFINITY) * part;
    const isOver = () => performance.now() >= end || left-- <= 0;
    await Promise.all(Array.from({ length: connections }, () => lane(isOver)));
  };
  await run(0.1);
  latencies.length = 0;
  bytes = 0;
  const start = performance.now();
  await run(0.9);
  return performance.now() - start;
}

const ms = await measure();
latencies.sort((a, b) => a - b);
const at = (part) => latencies[Math.floor(latencies.length * part)];
process.send?.({
  perSecond: (latencies.length / ms) * 1000,
  megabytes: bytes / 1e6 / (ms / 1000),
  median: at(0.5),
  p99: at(0.99),
  asked,
});
await pool.close();
process.disconnect?.();
