// What each report costs for 10,000 outcomes, beside JSON.stringify of the same result in the same
// run: node bench/reports.mjs [OUTCOMES] [ROUNDS], after npm run build.
import { reports } from '../dist/src/report/reports.js';

const count = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 3);
const body = JSON.stringify({ errcode: 'M_FORBIDDEN', error: 'no '.repeat(330) });

const exchange = (index) => ({
  operationId: 'setRoomStateWithKey',
  user: 'alice',
  request: {
    method: 'PUT',
    url: `http://localhost:8008/_matrix/client/v3/rooms/!${index}:hs/state/m.room.topic/`,
    headers: { authorization: 'Bearer <redacted>', 'content-type': 'application/json' },
    body,
  },
  response: {
    status: 403,
    headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
    body,
    truncated: false,
  },
  startedAt: '2026-11-22T13:00:00.000Z',
  durationMs: 12,
  rateLimitWaits: 0,
  rateLimitWaitedMs: 0,
  curl: `curl -X PUT --data-binary '${body}' http://localhost:8008/${index}`,
});

const verdicts = ['pass', 'pass', 'pass', 'fail', 'advice', 'unsupported', 'inconclusive'];
const outcomes = Array.from({ length: count }, (_, index) => {
  const verdict = verdicts[index % verdicts.length];
  const reason = verdict === 'pass' ? '' : `Expected 200, and got 403 for !${index}:hs.test`;
  const violation = {
    requirement: `suite_${index % 40}/scenario-${index}`,
    level: verdict === 'advice' ? 'SHOULD' : 'MUST',
    kind: 'status',
    subject: 'the answer',
    message: reason,
    expected: '200',
    actual: body,
    underTest: verdict !== 'inconclusive',
    exchange: 0,
  };
  const one = {
    verdict,
    reason,
    durationMs: 40,
    exchanges: [exchange(index)],
    violations: verdict === 'pass' ? [] : [violation],
    checks: 3,
    notes: [],
  };
  return {
    id: `suite_${index % 40}/scenario-${index}`,
    level: violation.level,
    title: `The requirement ${index} holds`,
    section: 'client-server-api/#sync',
    rows: ['A1'],
    suite: `suite_${index % 40}`,
    verdict,
    reason,
    intermittent: false,
    tries: [one, one, one],
    durationMs: 120,
  };
});
const countOf = (verdict) => outcomes.filter((one) => one.verdict === verdict).length;
const result = {
  checker: { name: 'matrix-conformance', version: '0.1.0' },
  startedAt: '2026-11-22T13:00:00.000Z',
  durationMs: 4200,
  plan: {
    target: 'http://localhost:8008',
    specification: 'Matrix v1.16',
    operations: 34,
    strict: false,
    concurrency: 4,
    timeoutSeconds: 30,
  },
  server: {
    software: 'bench 1',
    versions: ['v1.1'],
    roomVersions: ['12'],
    defaultRoomVersion: '12',
    accounts: 'open registration',
    roomVersion: '12',
  },
  outcomes,
  counts: Object.fromEntries(
    ['fail', 'error', 'inconclusive', 'advice', 'unsupported', 'pass'].map((verdict) => [
      verdict,
      countOf(verdict),
    ]),
  ),
  exchanges: count * 3,
  rateLimit: { waits: 0, waitedMs: 0 },
  problems: [],
  interrupted: false,
  exitCode: 1,
};

/** The best of the rounds, in milliseconds, and how long the text is. */
function measure(render) {
  let best = Number.POSITIVE_INFINITY;
  let length = 0;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    length = render(result).length;
    best = Math.min(best, performance.now() - start);
  }
  return { best, length };
}

const bare = measure((value) => JSON.stringify(value, null, 2));
const all = { 'JSON.stringify': bare };
for (const [format, { render }] of Object.entries(reports)) all[format] = measure(render);
console.log(`${count} outcomes, the best of ${rounds} rounds`);
console.log('| report | ms | of JSON.stringify | characters |\n|---|---:|---:|---:|');
for (const [name, { best, length }] of Object.entries(all)) {
  const ratio = (best / bare.best).toFixed(2);
  console.log(`| ${name} | ${best.toFixed(0)} | ${ratio} | ${length.toLocaleString('en')} |`);
}
