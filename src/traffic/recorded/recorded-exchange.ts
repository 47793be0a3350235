import type { Spoken } from '../spoken.ts';

/** What a recording holds of one exchange, or why there is nothing in it to be judged. */
export type RecordedExchange = { readonly spoken: Spoken } | { readonly notJudged: string };
