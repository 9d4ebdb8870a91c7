// A process of its own that holds an embedded PostgreSQL, for tests to kill: `node launch.fixture.ts <directory>`.
import { startPostgres } from './launch.ts'

const [directory = ''] = process.argv.slice(2)
const refuge = process.env.REFUGE
const lines: string[] = []
const postgres = await startPostgres({ directory, log: (line) => lines.push(line), ...(refuge && { refuge }) })
process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
console.log(JSON.stringify({ url: postgres.url, pid: postgres.pid, lines }))
