import type { RunResult } from '../model/run-result.ts';
import type { Verdict } from '../model/verdict.ts';
import { verdictSigns } from './verdict-sign.ts';

/** What a verdict means in a result: of traffic, advice is what its clients did wrong. */
export function meaningOf(verdict: Verdict, { noun }: Pick<RunResult, 'noun'>): string {
  const isOfTraffic = noun !== undefined && verdict === 'advice';
  return isOfTraffic ? 'a client sent what is not as documented' : verdictSigns[verdict].meaning;
}
