import { defineConfig } from 'vitest/config'

const everywhere = ['**/node_modules/**', '**/build/**']

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // to start a process and load everything anew for each file costs a fifth of all; no test changes what all share
    isolate: false,
    globalSetup: ['tests/temporary-folder.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: everywhere,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['tests/**/*.test.ts'],
          exclude: everywhere,
          globalSetup: ['tests/temporary-folder.ts', 'tests/pipeline/sample-run.ts'],
          // after the units, beside which the sample is taken in and published
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
