import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
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

const overHttp = ['server/src', 'server/test', 'field/test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.test.ts') && !path.startsWith('server/test/browser')),
)
// What a file puts in the place of a module, a clock or a variable is there for every file that shares its process.
const alone = overHttp.filter((path) => /\bvi\.(mock|spyOn|stubEnv|useFakeTimers)\(/.test(readFileSync(path, 'utf8')))
// What becomes true in its own time is asked again until it is; a busy machine takes longer over it than a second.
const expectations = { poll: { timeout: 30_000 } }
const server = {
  globalSetup: ['server/test/postgres.setup.ts'],
  expect: expectations,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // On two cores, one would wait for the database half of its time.
  maxWorkers: 2,
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
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'server',
          ...server,
          include: overHttp.filter((path) => !alone.includes(path)),
          // A house and its database are of one file; what the server is made of is read once for all.
          isolate: false,
        },
      },
      {
        test: {
          name: 'server-alone',
          ...server,
          include: alone,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['server/test/browser/*.test.ts'],
          globalSetup: ['server/test/postgres.setup.ts'],
          expect: expectations,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // Each waits for its page a third of the time.
          maxWorkers: 3,
        },
      },
    ],
  },
})
