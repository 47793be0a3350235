/**
 * What one side of a comparison took, in ms.
 * @typedef {{ readonly wallMs: number, readonly cpuMs: number }} Cost
 */

/**
 * Runs two things in turn, A B A B and so on, so that what else the machine does meets both alike.
 * The first round of each is not counted.
 *
 * @param {number} rounds
 * @param {() => Promise<Cost>} ours
 * @param {() => Promise<Cost>} bare
 * @returns {Promise<{ readonly ours: readonly Cost[], readonly bare: readonly Cost[] }>}
 */
export async function interleave(rounds, ours, bare) {
  /** @type {{ ours: Cost[], bare: Cost[] }} */
  const costs = { ours: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { ours: await ours(), bare: await bare() };
    if (round === 0) continue;
    costs.ours.push(pair.ours);
    costs.bare.push(pair.bare);
  }
  return costs;
}

/**
 * Wall clock and CPU of this process while something runs.
 *
 * @param {() => Promise<unknown>} run
 * @returns {Promise<Cost>}
 */
export async function costOf(run) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await run();
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000 };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}
