import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Short files that take longest begin first, so that none of them runs on alone at the end.
const long = /browser\/(figures|every-kind)[\w-]*\.test\.ts$/
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(({ moduleId }) => long.test(moduleId)), ...sorted.filter(({ moduleId }) => !long.test(moduleId))]
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
