// What a proxy costs: ours, judging with the real documents, beside none, beside the least that one
// can be, and beside Prism. All are measured in turn, again and again, on the same machine, which
// has to have been left alone meanwhile. `node bench/proxy/throughput.mjs [ROUNDS] [SECONDS]`
import { availableParallelism, loadavg } from 'node:os';
import { median } from '../rounds.mjs';
import { load, mainThreadMs, residentSet, start, startPrism } from './processes.mjs';

const rounds = Number(process.argv[2] ?? 5);
const seconds = Number(process.argv[3] ?? 3);
const busy = loadavg()[0] ?? 0;
const matrix = '/_matrix/client/v3';
const origin = await start('origin.mjs');
const prism = await startPrism(origin.url);
const rows = [
  { name: 'no proxy', ...origin, base: matrix },
  { name: 'bare: node:http and undici', ...(await start('bare.mjs', origin.url)), base: matrix },
  { name: 'ours, judging', ...(await start('ours.mjs', origin.url)), base: matrix },
  {
    name: 'ours, without a judge',
    ...(await start('ours.mjs', origin.url, '--no-judge')),
    base: matrix,
  },
  ...('url' in prism ? [{ name: 'Prism, proxy', ...prism, base: '' }] : []),
].map((row) => ({
  ...row,
  json: [],
  cpu: [],
  media: [],
  alone: [],
  mediaAlone: [],
  p99: [],
  memory: [],
}));

try {
  for (let round = 0; round <= rounds; round += 1) {
    for (const row of rows) {
      const json = `${row.url}${row.base}/sync`;
      const before = mainThreadMs(row.pid);
      const small = await load({ url: json, connections: 16, seconds });
      const used = mainThreadMs(row.pid) - before;
      const large = await load({ url: `${row.url}${row.base}/media/a`, connections: 16, seconds });
      const alone = await load({ url: json, connections: 1, seconds: seconds / 2 });
      if (round === 0) continue;
      row.json.push(small.perSecond);
      row.cpu.push((used / small.asked) * 1000);
      row.media.push(large.megabytes);
      row.alone.push(alone.median);
      row.p99.push(alone.p99);
    }
  }
  for (const row of rows) {
    const url = `${row.url}${row.base}/sync`;
    const endless = { url, connections: 16, seconds: 600 };
    // Prism would take minutes for as many.
    const isSlow = row.name.startsWith('Prism');
    await load({ ...endless, requests: 10_000 });
    row.memory.push(residentSet(row.pid));
    if (!isSlow) await load({ ...endless, requests: 90_000 });
    row.memory.push(isSlow ? Number.NaN : residentSet(row.pid));
  }
  console.log(tell());
} finally {
  for (const row of rows) row.close();
}

function tell() {
  const [direct, bare] = rows;
  const ratio = (row, key) => median(row[key].map((value, index) => value / bare[key][index]));
  const added = (row, key) =>
    row === direct ? '' : median(row[key].map((ms, index) => ms - direct[key][index])).toFixed(2);
  const memory = ([few, many]) =>
    `${few.toFixed(0)} → ${Number.isNaN(many) ? '–' : many.toFixed(0)}`;
  const cells = rows.map((row) => [
    row.name,
    median(row.json).toFixed(0),
    ratio(row, 'json').toFixed(2),
    median(row.cpu).toFixed(0),
    median(row.media).toFixed(0),
    ratio(row, 'media').toFixed(2),
    added(row, 'alone'),
    added(row, 'p99'),
    memory(row.memory),
  ]);
  const head = [
    'through',
    '1 kB of JSON: requests/s',
    'to bare',
    'CPU of its main thread, µs a request',
    '1 MB of media: MB/s',
    'to bare',
    'median latency added, ms',
    'p99 added, ms',
    'MB after 10,000 → 100,000 requests',
  ];
  const line = (list) => `| ${list.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...cells.map(line),
    ...('why' in prism ? ['', `Prism was not measured: ${prism.why}.`] : []),
    '',
    `Medians of ${rounds} rounds of ${seconds} s, all in turn, after one that does not count; 16 connections, but one for latency. Ratios are medians of those of the rounds.`,
    `${availableParallelism()} processors for load, origin, proxy and judge together; the machine's load was ${busy.toFixed(1)} before.`,
  ].join('\n');
}
