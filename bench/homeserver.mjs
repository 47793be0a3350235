// Serves the reference homeserver until whoever started it lets go of it.
import { startHomeserver } from '../dist/src/homeserver/start-homeserver.js';

/**
 * Does not gather what one user writes at once, for which each would wait 100 ms: a replay lets
 * several lanes write for the same user, as no run does, and would be slow for that alone.
 */
const patient = {
  mutate: (homeserver) => {
    homeserver.gather = async () => {};
  },
};

const homeserver = await startHomeserver({ mutant: patient });
process.send?.(homeserver.url);
process.once('disconnect', () => homeserver.close());
