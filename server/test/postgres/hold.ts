// A process of its own that holds an embedded PostgreSQL, for tests to kill: `node hold.ts <directory>`.
import { startPostgres } from '../../src/platform/postgres/launch.ts'

const [directory = ''] = process.argv.slice(2)
const refuge = process.env.REFUGE
const lines: string[] = []
const postgres = await startPostgres({
  directory,
  log: (line) => lines.push(line),
  settings: { fsync: process.env.FSYNC ?? 'on' },
  ...(refuge && { refuge }),
})
process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
console.log(JSON.stringify({ url: postgres.url, pid: postgres.pid, lines }))
