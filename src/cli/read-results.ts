import type { GivenResult } from '../report/compare/comparison.ts';
import { areShards, mergeShards } from '../report/compare/merge-shards.ts';
import { thinOutcome } from '../report/compare/thin-outcome.ts';
import { visible } from '../report/visible.ts';
import type { NamedFile } from './compare-settings.ts';
import { readResultFile } from './read-result-file.ts';
import { UsageError } from './usage-error.ts';

async function read({ name, file }: NamedFile): Promise<GivenResult> {
  const result = await readResultFile(file);
  if (result.outcomes.length === 0) {
    const [problem = 'it holds no scenario'] = result.problems;
    const why = visible(problem, 200).replace(/\.$/, '');
    throw new UsageError(`${file} cannot be compared, as nothing was run: ${why}.`);
  }
  const thin = { ...result, outcomes: result.outcomes.map(thinOutcome) };
  return { ...(name === undefined ? {} : { name }), files: [file], result: thin };
}

/** Those of one name as one, where they are shards of one run. */
function united(all: readonly GivenResult[]): readonly GivenResult[] {
  const groups = new Map<string | symbol, [GivenResult, ...GivenResult[]]>();
  for (const one of all) {
    const key = one.name ?? Symbol();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].map(([first, ...others]) => {
    if (others.length === 0) return first;
    const group = [first, ...others];
    const files = group.flatMap((one) => one.files);
    if (!areShards(group.map(({ result }) => result))) {
      throw new UsageError(
        `${files.join(' and ')} are all called ${first.name}, and are not the shards of one run: give each a name of its own.`,
      );
    }
    return {
      ...first,
      files,
      result: mergeShards([first.result, ...others.map(({ result }) => result)]),
    };
  });
}

function isShared(given: readonly GivenResult[]): boolean {
  const seen = new Set<string>();
  return given.some(({ result }) => {
    const ids = new Set(result.outcomes.map(({ id }) => id));
    const isMet = [...ids].some((id) => seen.has(id));
    for (const id of ids) seen.add(id);
    return isMet;
  });
}

/**
 * Reads what is to be compared, one file after the other: of each no more is kept than is shown.
 * @throws UsageError for what cannot be compared
 */
export async function readResults(named: readonly NamedFile[]): Promise<readonly GivenResult[]> {
  const all: GivenResult[] = [];
  for (const one of named) all.push(await read(one));
  const given = united(all);
  const [first, second] = given;
  if (first === undefined || second === undefined) {
    throw new UsageError('All files are shards of one run: there is nothing to compare it with.');
  }
  if (isShared(given)) return given;
  const files = given.flatMap((one) => one.files);
  if (areShards(given.map(({ result }) => result))) {
    const advice = files.map((file) => `run=${file}`).join(' ');
    throw new UsageError(
      `${files.join(' and ')} are shards of one run, and have no scenario in common: one name puts them together (${advice}), to be compared with another run.`,
    );
  }
  throw new UsageError(
    `${files.join(' and ')} have no scenario in common: nothing can be compared.`,
  );
}
