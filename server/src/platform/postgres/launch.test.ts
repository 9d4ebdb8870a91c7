import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../../test/database-url.ts'
import { copyPackage } from '../../../test/postgres/copy-package.ts'
import { type Postgres, type PostgresOptions, startPostgres } from './launch.ts'

let directory = ''
const running: Postgres[] = []

beforeAll(async () => {
  directory = await mkdtemp('/tmp/wangdi-launch-')
})

afterEach(() => Promise.all(running.splice(0).map((postgres) => postgres.stop())))
afterAll(() => rm(directory, { recursive: true, force: true }))

async function start(options: Partial<PostgresOptions> = {}): Promise<Postgres> {
  const postgres = await startPostgres({ directory: join(directory, 'pg'), log: () => {}, ...options })
  running.push(postgres)
  return postgres
}

const query = (postgres: Postgres, text: string) => withClient(postgres.url, async (client) => (await client.query(text)).rows)

test('the first start makes a durable UTF-8 database that sorts Chinese and listens on no network port', async () => {
  const postgres = await start()
  const names = [
    'server_encoding',
    'fsync',
    'synchronous_commit',
    'timezone',
    'listen_addresses',
    'max_connections',
    'log_statement',
  ]
  const columns = names.map((name) => `current_setting('${name}') AS ${name}`)
  expect(await query(postgres, `SELECT ${columns}, datcollate FROM pg_database WHERE datname = current_database()`)).toEqual([
    {
      server_encoding: 'UTF8',
      fsync: 'on',
      synchronous_commit: 'on',
      timezone: 'UTC',
      listen_addresses: '',
      max_connections: '100',
      log_statement: 'none',
      datcollate: 'C',
    },
  ])
  const sorted = await query(postgres, `SELECT n FROM (VALUES ('王'), ('安'), ('李')) AS v(n) ORDER BY n COLLATE "zh-x-icu"`)
  expect(sorted.map((row) => row.n)).toEqual(['安', '李', '王'])
  expect((await stat(postgres.socketDirectory)).mode & 0o777).toBe(0o700)
  const access = await query(postgres, 'SELECT type, auth_method FROM pg_hba_file_rules ORDER BY rule_number')
  expect(access).toEqual([
    { type: 'local', auth_method: 'trust' },
    { type: 'host', auth_method: 'scram-sha-256' },
  ])
})

test('what was written is there after a clean stop and another start', async () => {
  const first = await start()
  await query(first, 'CREATE TABLE kept AS SELECT 7 AS n')
  await Promise.all([first.stop(), first.stop()])
  expect(await readFile(join(directory, 'pg/postgres.log'), 'utf8')).toContain('database system is shut down')
  expect(await query(await start(), 'SELECT n FROM kept')).toEqual([{ n: 7 }])
})

test('a directory whose path is too long for a socket works, with its socket elsewhere until the stop', async () => {
  const postgres = await start({ directory: join(directory, 'a'.repeat(60), '社区'.repeat(8), 'pg') })
  expect(await query(postgres, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
  expect(Buffer.byteLength(postgres.socketDirectory)).toBeLessThan(94)
  await postgres.stop()
  await expect(stat(postgres.socketDirectory)).rejects.toThrow('ENOENT')
})

test('a second server on the same directory is refused in both languages while the first goes on', async () => {
  const first = await start()
  await expect(start()).rejects.toThrow(/另一个服务（进程 \d+）[\s\S]*Another server \(process \d+\)/)
  await expect(start()).rejects.toMatchObject({ code: 'postgres.already-running' })
  expect(await query(first, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
})

test('the data of another major version are refused and left as they are', async () => {
  await (await start()).stop()
  const version = join(directory, 'pg/cluster/PG_VERSION')
  const current = await readFile(version, 'utf8')
  await writeFile(version, '15\n')
  await expect(start()).rejects.toMatchObject({
    code: 'postgres.other-version',
    message: expect.stringContaining('PostgreSQL 15'),
  })
  expect(await readFile(version, 'utf8')).toBe('15\n')
  await writeFile(version, current)
})

test('a first start that was killed half-way does not hinder the next one', async () => {
  await mkdir(join(directory, 'new/cluster.half'), { recursive: true })
  await writeFile(join(directory, 'new/cluster.half/PG_VERSION'), '18\n')
  await start({ directory: join(directory, 'new') })
  expect(await readdir(join(directory, 'new'))).not.toContain('cluster.half')
})

test('libraries that npm left unlinked without install scripts are linked', async () => {
  const copy = join(directory, 'package')
  copyPackage(copy)
  execFileSync('find', [join(copy, 'native/lib'), '-maxdepth', '1', '-type', 'l', '-delete'])
  expect(await query(await start({ binaries: copy }), 'SELECT 1 AS n')).toEqual([{ n: 1 }])
})

test('a start that fails says so in both languages with the end of the server log', async () => {
  const failure = await start({ settings: { shared_buffers: '1' } }).catch((error) => error)
  expect(failure).toMatchObject({ code: 'postgres.start-failed' })
  expect(failure.message).toMatch(/数据库没有启动[\s\S]*did not start[\s\S]*shared_buffers/)
  expect(await query(await start(), 'SELECT 1 AS n')).toEqual([{ n: 1 }])
})

test('no value of a statement or of an error reaches the server log', async () => {
  const postgres = await start()
  await query(postgres, "CREATE TABLE person (name text PRIMARY KEY, born date); INSERT INTO person VALUES ('张三丰', NULL)")
  await expect(query(postgres, "INSERT INTO person VALUES ('张三丰', NULL)")).rejects.toThrow('duplicate key')
  await expect(query(postgres, "SELECT '张三丰'::date")).rejects.toThrow('张三丰')
  await postgres.stop()
  expect(await readFile(join(directory, 'pg/postgres.log'), 'utf8')).not.toMatch(/张三丰|INSERT|SELECT/)
})
