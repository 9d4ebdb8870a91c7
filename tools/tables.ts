// Writes server/src/platform/tables.gen.ts from the migrations: starts a throw-away database, migrates it, reads its tables.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '../server/src/platform/migrate.ts'
import { startPostgres } from '../server/src/platform/postgres/launch.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = process.argv[2] ?? 'server/src/platform/tables.gen.ts'
const directory = mkdtempSync(join(tmpdir(), 'wangdi-tables-'))
const postgres = await startPostgres({ directory, log: () => {}, settings: { fsync: 'off' } })
try {
  await migrate(postgres.url)
  execFileSync(
    join(root, 'node_modules/.bin/kysely-codegen'),
    [
      '--url',
      postgres.url,
      '--dialect',
      'postgres',
      '--camel-case',
      'false',
      '--out-file',
      out,
      '--date-parser',
      'string',
      '--exclude-pattern',
      '(public.)?kysely_*',
      '--log-level',
      'warn',
      '--numeric-parser',
      'string',
      '--overrides',
      JSON.stringify({ columns: {} }),
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  )
} finally {
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}
