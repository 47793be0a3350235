// Serves the reference homeserver until whoever started it lets go of it.
import { startHomeserver } from '../dist/src/homeserver/start-homeserver.js';

const homeserver = await startHomeserver();
process.send?.(homeserver.url);
process.once('disconnect', () => homeserver.close());
