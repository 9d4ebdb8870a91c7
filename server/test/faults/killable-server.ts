// The real server with its embedded PostgreSQL as child processes, to be killed and started again.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findPidFile } from '../../src/platform/postgres/orphan.ts'
import { findHome } from '../../src/platform/postgres/place.ts'
import { isRunning } from '../../src/platform/postgres/processes.ts'
import { findRunning } from '../../src/platform/postgres/running.ts'
import { withClient } from '../database-url.ts'
import { within } from './within.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** Which processes a fault hits. */
export type Fault = 'server' | 'database' | 'both'

/** Variables of its environment. */
export type Settings = Record<string, string>

/** A server that takes faults. */
export type KillableServer = {
  url: string
  data: string
  /** Kills with SIGKILL, starts the server again where it was hit, and returns when it listens again. */
  strike(fault: Fault): Promise<void>
  /** Ends the server cleanly and returns its exit code; one that does not end is killed with its database, and that is returned. No strike comes after it. */
  stop(): Promise<Ending>
}

/** The exit code of a server, or how else it ended. */
export type Ending = number | NodeJS.Signals | 'no end within 60 s'

const startSeconds = 120
const stopSeconds = 60

/** Starts the server on a data directory, with invented people, a free port and its log in server.log; throws when it ends before it listens. */
export async function startKillable(data: string, settings: Settings = {}): Promise<KillableServer> {
  const port = await freePort()
  mkdirSync(data, { recursive: true })
  const log = openSync(join(data, 'server.log'), 'a')
  const own = { WANGDI_DATA: data, WANGDI_DEMO: 'yes', HOST: '127.0.0.1', PORT: String(port) }
  const start = () => listening(log, data, { ...own, ...settings })
  let child = await start()
  let stopped = false
  let struck: Promise<unknown> = Promise.resolve()
  const strike = async (fault: Fault) => {
    if (stopped) throw new Error('the server was stopped before the strike')
    const database = await databaseOf(data)
    if (fault !== 'server') process.kill(database, 'SIGKILL')
    if (fault === 'database') return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    child = await start()
  }
  return {
    url: `http://127.0.0.1:${port}`,
    data,
    async strike(fault) {
      const striking = strike(fault)
      struck = striking.catch(() => {}) // whoever struck hears of it
      await striking
    },
    async stop() {
      stopped = true
      await struck
      return endOf(child, data)
    },
  }
}

async function endOf(child: ChildProcess, data: string): Promise<Ending> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    try {
      await within(stopSeconds, () => 'the end of the server', gone)
    } catch {
      await killAll(child, data)
      return 'no end within 60 s'
    }
  }
  return child.exitCode ?? child.signalCode ?? 0
}

async function killAll(child: ChildProcess, data: string): Promise<void> {
  child.kill('SIGKILL')
  const file = await findPidFile(join(await findHome(postgresOf(data)), 'cluster'))
  if (file && isRunning(file.pid)) process.kill(file.pid, 'SIGKILL')
}

/** Where the server keeps its PostgreSQL within its data directory. */
export const postgresOf = (data: string): string => join(data, 'postgres')

/** Asks the database itself, as its owner, for the rows of a statement; throws when it does not run. */
export async function askDatabase(data: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  await databaseOf(data)
  const url = (await findRunning(postgresOf(data))) ?? ''
  return withClient(url, async (client) => (await client.query(text, values)).rows)
}

// After a strike the database may still be starting: a fault hits one that takes connections.
async function databaseOf(data: string): Promise<number> {
  const cluster = join(await findHome(postgresOf(data)), 'cluster')
  for (let tries = 0; tries < 600; tries++) {
    const file = await findPidFile(cluster)
    if (file?.ready && isRunning(file.pid)) return file.pid
    await pause(100)
  }
  throw new Error('the embedded PostgreSQL does not come back')
}

function listening(log: number, data: string, settings: Settings): Promise<ChildProcess> {
  const { DATABASE_URL: _, NODE_ENV: __, ...environment } = process.env
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: { ...environment, ...settings },
    stdio: ['ignore', 'pipe', log],
  })
  const listens = new Promise<ChildProcess>((resolve, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`the server ended before it listened (${signal ?? code})`)))
    // Lines after the first are read too, so that the server never waits for somebody to take them.
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => line.includes('http://127.0.0.1:') && resolve(child))
  })
  return within(startSeconds, () => 'the server listens', listens).catch(async (error: unknown) => {
    await killAll(child, data)
    throw error
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
