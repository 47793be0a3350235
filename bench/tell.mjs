import { availableParallelism, cpus, loadavg } from 'node:os';
import { median } from './rounds.mjs';

/**
 * @typedef {{
 *   readonly ours: string, readonly bare: string, readonly aim: number,
 *   readonly exchanges?: number,
 * }} Labels
 */

/**
 * A table of comparisons: each ratio is that of the medians, and beside it how far the ratios of
 * the single rounds lie apart.
 */
export function tellComparisons(comparisons, rounds) {
  return [
    `Medians of ${rounds} rounds or more, both sides in turn (A B A B), after one that does not count.`,
    'Each ratio is the median of those of the rounds; in brackets the middle half of them.',
    ...comparisons.flatMap(tell),
  ].join('\n');
}

function tell({ labels, costs }) {
  const { ours, bare, aim, exchanges } = labels;
  const lines = ['', ours, `  beside: ${bare}`];
  for (const [name, key] of [
    ['wall clock', 'wallMs'],
    ['CPU', 'cpuMs'],
  ]) {
    const mine = costs.ours.map((cost) => cost[key]);
    if (median(mine) === 0) continue; // not measured
    const least = costs.bare.map((cost) => cost[key]);
    const ratios = mine
      .map((value, round) => value / (least[round] ?? value))
      .sort((a, b) => a - b);
    const quarter = (share) => ratios[Math.floor((ratios.length - 1) * share)] ?? 0;
    const ratio = median(ratios);
    const verdict = ratio <= aim ? 'met' : 'missed';
    lines.push(
      [
        `  ${name.padEnd(11)}`,
        `${ms(median(mine))} : ${ms(median(least))}`,
        ` = ${ratio.toFixed(2)}`,
        ` (${quarter(0.25).toFixed(2)} to ${quarter(0.75).toFixed(2)})`,
        key === 'wallMs' ? `  aim ${aim.toFixed(1)}: ${verdict}` : '',
      ].join(''),
    );
    if (key === 'cpuMs' && exchanges !== undefined) {
      const each = (values) => `${(median(values) / exchanges).toFixed(2)} ms`;
      lines.push(`  CPU a request ${each(mine)} : ${each(least)}`);
    }
  }
  return lines;
}

function ms(value) {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`.padStart(8);
}

/** Begins to watch the machine; what it returns tells what else was going on. */
export function noise() {
  const before = [...loadavg(), 0];
  const idleBefore = idle();
  return () => {
    const [load = 0] = loadavg();
    const now = idle();
    const share = (now.busy - idleBefore.busy) / Math.max(1, now.all - idleBefore.all);
    return [
      '',
      `Noise: ${availableParallelism()} cores, busy for ${Math.round(share * 100)} % of the time;`,
      `load ${before[0]?.toFixed(1)} before, ${load.toFixed(1)} after. One comparison keeps at most two cores`,
      'busy (the client and the homeserver): a load above that is other people’s work.',
      `Node ${process.versions.node}, ${process.platform} ${process.arch}.`,
    ].join('\n');
  };
}

function idle() {
  const times = cpus().map((cpu) => cpu.times);
  const all = times.reduce(
    (sum, one) => sum + one.user + one.nice + one.sys + one.idle + one.irq,
    0,
  );
  return { all, busy: all - times.reduce((sum, one) => sum + one.idle, 0) };
}
