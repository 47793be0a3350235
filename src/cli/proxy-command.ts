import { setTimeout } from 'node:timers/promises';
import { ownSpecificationName } from '../model/own-specification-name.ts';
import { ownSpecification, packageVersion } from '../package/package-root.ts';
import { JudgeThread } from '../proxy/judge-thread.ts';
import { startProxy } from '../proxy/start-proxy.ts';
import { largestJudged } from '../traffic/largest-judged.ts';
import { finishTraffic } from './finish-traffic.ts';
import { watchForInterruption } from './interruption.ts';
import { outputBeside } from './output-beside.ts';
import { type ProxySettings, proxySettings } from './proxy-settings.ts';
import { layTrafficGround } from './traffic-ground.ts';
import { UsageError } from './usage-error.ts';
import { type TrafficWatch, watchTraffic } from './watch-traffic.ts';

/**
 * Passes traffic on to a homeserver, and judges a copy of it, until Ctrl-C or the limit that is given.
 * @returns the exit code of what was judged.
 */
export async function proxyCommand(argv: string[]): Promise<number> {
  const began = new Date();
  const settings = proxySettings(argv);
  const target = settings.target.href.replace(/\/$/, '');
  const ground = await layTrafficGround(settings);
  const interruption = watchForInterruption(
    'Ended: judging what has passed, and writing the reports. Once more ends it at once.',
  );
  const watch = watchTraffic(process.stderr);
  const judge = await startJudge(settings, target, watch);
  try {
    const enough = new AbortController();
    let passed = 0;
    const count = (more: number) => {
      passed += more;
      if (passed >= (settings.maxRequests ?? Infinity)) enough.abort();
    };
    const proxy = await startProxy({
      ...settings,
      largestKept: largestJudged,
      onTrouble: (sentence) => watch.say(sentence),
      onExchange(spoken) {
        judge.offer(spoken);
        count(1);
      },
      onNotJudged(why, more) {
        judge.leaveOut(why, more);
        count(more);
      },
    }).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(
        `${settings.host}:${settings.port} cannot be listened on (${error.code}); --listen 127.0.0.1:0 picks a port.`,
      );
    });
    // Counts may be shown on the same terminal, and would stand before it on its line.
    watch.clear();
    outputBeside(settings.files).write(`${proxy.url}\n`);
    watch.say(`It passes on to ${target}, and judges. Ctrl-C ends it with its report.`);
    await ended(settings.maxTimeMs, AbortSignal.any([interruption.signal, enough.signal]));
    await proxy.close();
    const result = await judge.finish({
      startedAt: began.toISOString(),
      durationMs: Date.now() - began.getTime(),
      source: target,
    });
    watch.end();
    const crash = interruption.crash();
    const problems = crash === undefined ? result.problems : [...result.problems, crash];
    return await finishTraffic({ ...result, problems }, ground, settings);
  } finally {
    watch.end();
    interruption.end();
    await judge.close();
  }
}

async function startJudge(
  settings: ProxySettings,
  source: string,
  watch: TrafficWatch,
): Promise<JudgeThread> {
  const judge = new JudgeThread({
    specification: settings.spec ?? ownSpecification,
    specificationName: settings.spec ?? ownSpecificationName,
    version: await packageVersion(),
    source,
    showContents: settings.showContents,
    onCounts: (counts) => watch.note(counts),
    onTrouble: (sentence) => watch.say(sentence),
  });
  await judge.ready();
  return judge;
}

/** Waits for a signal, or for a time in ms. */
async function ended(time: number | undefined, signal: AbortSignal): Promise<void> {
  const waiting = setTimeout(time ?? 2 ** 31 - 1, undefined, { signal });
  await waiting.catch(() => {});
  if (time === undefined && !signal.aborted) await ended(time, signal);
}
