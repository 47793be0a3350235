import { packageVersion } from '../package/package-root.ts';
import { createTrafficCollector } from '../traffic/traffic-collector.ts';
import { checkSettings } from './check-settings.ts';
import { finishTraffic } from './finish-traffic.ts';
import { readRecordedTraffic } from './read-recorded-traffic.ts';
import { layTrafficGround } from './traffic-ground.ts';

/** Judges recorded traffic; several files are one result. @returns the exit code. */
export async function checkCommand(argv: string[]): Promise<number> {
  const began = new Date();
  const settings = checkSettings(argv);
  const { recordings, prefix, showContents } = settings;
  const ground = await layTrafficGround(settings);
  const collector = createTrafficCollector(ground.specification, {
    ...{ showContents, version: await packageVersion() },
    ...(prefix === undefined ? {} : { prefix }),
  });
  const notJudged = new Map<string, number>();
  for (const file of recordings) {
    for (const one of await readRecordedTraffic(file)) {
      if ('spoken' in one) collector.add(one.spoken);
      else notJudged.set(one.notJudged, (notJudged.get(one.notJudged) ?? 0) + 1);
    }
  }
  const result = collector.result({
    startedAt: began.toISOString(),
    durationMs: Date.now() - began.getTime(),
    source: recordings.join(', '),
    extraNotJudged: Object.fromEntries(notJudged),
  });
  return finishTraffic(result, ground, settings);
}
