import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'suites/**/*.test.ts', 'ci/**/*.test.mjs'],
    testTimeout: 120_000,
  },
});
