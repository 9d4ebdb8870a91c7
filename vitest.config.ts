import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: [
            'policy/**/*.test.ts',
            'domain/src/**/*.test.ts',
            'field/src/**/*.test.ts',
            'ui/src/**/*.test.ts',
            'console/src/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**'],
          // Rules keep nothing between two files: what they are made of is read once for all.
          isolate: false,
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts', 'server/test/**/*.test.ts', 'field/test/*.test.ts'],
          exclude: ['**/node_modules/**', 'server/test/browser/**'],
          globalSetup: ['server/test/postgres.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // On two cores, one would wait for the database half of its time.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['server/test/browser/*.test.ts'],
          globalSetup: ['server/test/postgres.setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // Each waits for its page a third of the time.
          maxWorkers: 3,
        },
      },
    ],
  },
})
