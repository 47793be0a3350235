// Our proxy; it judges with the real documents unless it is told `--no-judge`.
import { fileURLToPath } from 'node:url';
import { JudgeThread } from '../../dist/src/proxy/judge-thread.js';
import { startProxy } from '../../dist/src/proxy/start-proxy.js';

const [target, noJudge] = process.argv.slice(2);
let counts = {};
const specification = fileURLToPath(new URL('../../spec', import.meta.url));
const judge = noJudge === undefined ? new JudgeThread({ specification, onCounts }) : undefined;
await judge?.ready();
const proxy = await startProxy({
  target: new URL(target),
  host: '127.0.0.1',
  port: 0,
  largestKept: 1024 * 1024,
  onExchange: (spoken) => judge?.offer(spoken),
  onNotJudged: (why, count) => judge?.leaveOut(why, count),
  onTrouble: (sentence) => console.error(sentence),
});
process.send?.(proxy.url);
process.on('message', () => process.send?.({ rss: process.memoryUsage.rss(), ...counts }));
process.once('disconnect', () => process.exit());

function onCounts(now) {
  counts = now;
}
