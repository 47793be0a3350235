import { afterAll } from 'vitest';
import { startHomeserver } from '../src/homeserver/start-homeserver.ts';
import { createPlan } from '../src/library/create-plan.ts';
import { wellEquipped } from '../src/self-test/well-equipped.ts';
import { registerPlan } from '../src/vitest.ts';

// The reference homeserver passes every scenario, the recommended ones too.
const { options, means } = wellEquipped;
const homeserver = await startHomeserver(options);
afterAll(() => homeserver.close());
const { adminToken = '', applicationService: service } = means;
const accounts = {
  way: 'open',
  adminToken,
  applicationServiceToken: service?.token ?? '',
  applicationServicePrefix: service?.prefix ?? '',
} as const;
registerPlan(await createPlan({ target: homeserver.url, strict: true, unsafe: true, accounts }));
