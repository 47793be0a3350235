import { build } from 'rolldown';

// What the package holds, from what TypeScript made of it: few files, as a run begins with reading
// them all. What it depends on is left out, and installed beside it.
await build({
  input: {
    cli: 'dist/src/cli.js',
    index: 'dist/src/index.js',
    vitest: 'dist/src/vitest.js',
    matchers: 'dist/src/matchers.js',
    'matchers-vitest': 'dist/src/matchers/vitest.js',
    'matchers-jest': 'dist/src/matchers/jest.js',
    'self-test-lane': 'dist/src/cli/self-test-lane.js',
    'judge-worker': 'dist/src/proxy/judge-worker.js',
  },
  platform: 'node',
  external: (/** @type {string} */ name) => !/^[./]/.test(name),
  output: { dir: 'dist/bundle', cleanDir: true },
  logLevel: 'warn',
});

// Jest, as most have it, cannot load modules: for it the matchers are there in CommonJS as well.
await build({
  input: { matchers: 'dist/src/matchers.js', 'matchers-jest': 'dist/src/matchers/jest.js' },
  platform: 'node',
  external: (/** @type {string} */ name) => !/^[./]/.test(name),
  output: {
    dir: 'dist/bundle/cjs',
    format: 'cjs',
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    cleanDir: true,
  },
  logLevel: 'warn',
});
