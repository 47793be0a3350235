import { afterAll } from 'vitest';
import { startHomeserver } from '../src/homeserver/start-homeserver.ts';
import { createPlan } from '../src/library/create-plan.ts';
import { registerPlan } from '../src/vitest.ts';

// The reference homeserver passes every scenario, the recommended ones too.
const homeserver = await startHomeserver();
afterAll(() => homeserver.close());
registerPlan(await createPlan({ target: homeserver.url, strict: true }));
