import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../../test/database-url.ts'
import { type Postgres, type PostgresOptions, startPostgres } from './launch.ts'
import { isRunning } from './processes.ts'

const fixture = fileURLToPath(new URL('../../../test/postgres/hold.ts', import.meta.url))
let directory = ''
const running: Postgres[] = []

beforeAll(async () => {
  directory = await mkdtemp('/tmp/wangdi-crash-')
})

afterEach(() => Promise.all(running.splice(0).map((postgres) => postgres.stop())))
afterAll(() => rm(directory, { recursive: true, force: true }))

async function start(options: Partial<PostgresOptions> = {}): Promise<Postgres> {
  const postgres = await startPostgres({ directory: join(directory, 'pg'), log: () => {}, ...options })
  running.push(postgres)
  return postgres
}

/** A promise and what fulfils it. */
function signalled(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  return { promise: new Promise((done) => (resolve = done)), resolve: () => resolve() }
}

/** Another process that starts PostgreSQL on the same directory. */
async function startElsewhere(): Promise<{ node: ChildProcess; url: string; pid: number }> {
  const node = spawn(process.execPath, [fixture, join(directory, 'pg')], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(node.stdout, 'data')
  return { node, ...JSON.parse(String(line)) }
}

/** Inserts rows one by one until the connection breaks, and returns how many were acknowledged. */
async function writeUntilCut(url: string, onFirst: () => void): Promise<number> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  await client.query('DROP TABLE IF EXISTS pass; CREATE TABLE pass (id int PRIMARY KEY)')
  for (let id = 1; ; id++) {
    try {
      await client.query('INSERT INTO pass VALUES ($1)', [id])
    } catch {
      return id - 1
    }
    if (id === 200) onFirst()
  }
}

async function expectAllKept(url: string, acknowledged: number): Promise<void> {
  const [row] = await withClient(
    url,
    async (client) => (await client.query('SELECT count(*)::int AS n FROM pass WHERE id <= $1', [acknowledged])).rows,
  )
  expect(row.n).toBe(acknowledged)
}

test('after kill -9 of the application its orphaned database is stopped and nothing acknowledged is lost', async () => {
  const { node, url, pid } = await startElsewhere()
  const writing = writeUntilCut(url, () => node.kill('SIGKILL'))
  await once(node, 'exit')
  expect(isRunning(pid)).toBe(true)
  const postgres = await start()
  expect(postgres.pid).not.toBe(pid)
  await expectAllKept(postgres.url, await writing)
})

test('after kill -9 of the database the application lives on, is told, and finds every acknowledged row in the restarted one', async () => {
  const ends: unknown[] = []
  const back = signalled()
  const log = (line: string) => line.includes('the database is back') && back.resolve()
  // The path is too long for a socket, so that the socket elsewhere has to outlive the restart too.
  const postgres = await start({ directory: join(directory, 'a'.repeat(90)), log, onExit: (end) => ends.push(end) })
  const before = postgres.pid
  const acknowledged = await writeUntilCut(postgres.url, () => process.kill(before, 'SIGKILL'))
  await back.promise
  expect(ends).toEqual([{ code: null, signal: 'SIGKILL', restarting: true }])
  expect(postgres.pid).not.toBe(before)
  await expectAllKept(postgres.url, acknowledged)
})

test('after kill -9 of both the next start waits for what lingers and loses nothing', async () => {
  const { node, url, pid } = await startElsewhere()
  const acknowledged = await writeUntilCut(url, () => {
    process.kill(pid, 'SIGKILL')
    node.kill('SIGKILL')
  })
  await expectAllKept((await start()).url, acknowledged)
})

test('a database that dies again and again is started again only after a rest, which a stop cuts short', async () => {
  const given = signalled()
  const postgres = await start({
    log: (line) => line.includes('the database is back') && process.kill(postgres.pid, 'SIGKILL'),
    onExit: (end) => end.restarting || given.resolve(),
  })
  process.kill(postgres.pid, 'SIGKILL')
  await given.promise
  await postgres.stop()
})

test('a database that cannot start is tried again until it can', async () => {
  const control = join(directory, 'pg/cluster/global/pg_control')
  const [failed, back] = [signalled(), signalled()]
  const postgres = await start({
    rest: 100,
    log: (line) => line.includes('the database is back') && back.resolve(),
    onExit: (end) => end.signal === null && failed.resolve(),
  })
  await rename(control, `${control}-away`)
  process.kill(postgres.pid, 'SIGKILL')
  await failed.promise
  await rename(`${control}-away`, control)
  await back.promise
  expect(await withClient(postgres.url, async (client) => (await client.query('SELECT 1 AS n')).rows)).toEqual([{ n: 1 }])
})

test('a postmaster.pid left behind does not hinder the start, whether its process is gone or is now another one', async () => {
  const first = await start()
  const file = join(directory, 'pg/cluster/postmaster.pid')
  const [, ...rest] = (await readFile(file, 'utf8')).split('\n')
  const owner = await stat(join(directory, 'pg/cluster'))
  await first.stop()
  const stranger = spawn('sleep', ['600'], { uid: owner.uid, gid: owner.gid, stdio: 'ignore' })
  try {
    for (const pid of [4_000_000, stranger.pid]) {
      await writeFile(file, [pid, ...rest].join('\n'))
      execFileSync('chown', [`${owner.uid}:${owner.gid}`, file])
      const postgres = await start()
      expect(await withClient(postgres.url, async (client) => (await client.query('SELECT 1 AS n')).rows)).toEqual([{ n: 1 }])
      await postgres.stop()
    }
    expect(isRunning(stranger.pid ?? 0)).toBe(true)
  } finally {
    stranger.kill()
  }
})

test('the launcher lock of a killed application does not count, even when its number belongs to a living process again', async () => {
  await (await start()).stop()
  await writeFile(join(directory, 'pg/launcher.pid'), `${process.ppid} 1\n`)
  await start()
})
