import type { RunResult } from '../model/run-result.ts';
import { plural } from './plural.ts';
import { seconds } from './seconds.ts';
import { indented } from './wrap.ts';

/** Below this many milliseconds nobody needs to be told. */
const worthTelling = 3000;

/** How long the homeserver's rate limit held the run up, and what lifts it; empty if hardly. */
export function terminalWaits({ rateLimit }: RunResult, width: number): string {
  const { waits, waitedMs } = rateLimit;
  if (waitedMs <= worthTelling) return '';
  const times = plural(waits, 'time');
  const text = [
    `The homeserver's rate limit made requests wait ${times}, ${seconds(waitedMs)} in all.`,
    'This is no fault of it. A test homeserver runs faster without: in Synapse set the rc_*',
    'options high, in Dendrite set client_api.rate_limiting.enabled to false, anywhere else',
    'use an application service with rate_limited: false.',
  ];
  return indented('', text.join(' '), width);
}
