import { createPlan } from './library/create-plan.ts';
import { registerPlan } from './vitest.ts';

// A test file of its own run of Vitest, which src/engines.test.ts starts: no test of the project.
const { TARGET = '', STRICT, ONLY, EXPECTATIONS } = process.env;
registerPlan(
  await createPlan({
    target: TARGET,
    strict: STRICT === 'true',
    ...(ONLY === undefined ? {} : { only: ONLY }),
    ...(EXPECTATIONS === undefined ? {} : { expectations: EXPECTATIONS }),
  }),
);
