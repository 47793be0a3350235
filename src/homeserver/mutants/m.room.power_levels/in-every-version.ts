import { killedBy } from '../killed-by.ts';

const eras = [
  'versions-1-and-2',
  'versions-3-to-5',
  'versions-6-and-7',
  'versions-8-and-9',
  'versions-10-to-12',
];

const scenarios = eras.map((era) => `levels-are-guarded-in-${era}`);

/** The scenarios that ask in every room version who may change which level. */
export const inEveryVersion = killedBy('m.room.power_levels', ...scenarios);
