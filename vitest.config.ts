import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/support/setup-node.ts'],
    globalSetup: [],
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // a page drawn by a busy machine with two cores may take seconds to come up
    expect: { poll: { timeout: 15_000 } },
    // a browser on a machine that others use may lose a key; a fault of ours fails twice
    retry: process.env['CI'] === undefined ? 0 : 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
