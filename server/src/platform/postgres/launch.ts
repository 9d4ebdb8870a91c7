// The embedded PostgreSQL: a server of our own beside the application, for one machine, tests and trials.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chooseAccount } from './account.ts'
import { getBinaries } from './binaries.ts'
import { ensureCluster, ownerName, socketPort } from './cluster.ts'
import { takeLock } from './lock.ts'
import { stopOrphan, stopServer } from './orphan.ts'
import { findHome, makeSocketDirectory, removeSocketDirectory, settle } from './place.ts'
import { signal } from './processes.ts'
import { type Run, runServer } from './server-process.ts'

/** What a start is told. */
export type PostgresOptions = {
  /** Holds the cluster, the socket and the log; made when absent. */
  directory: string
  /** Takes one line for people about what is going on. */
  log: (line: string) => void
  /** Told when the server ended without being asked to, and whether it is started again at once, or only after a rest. */
  onExit?: (end: { code: number | null; signal: NodeJS.Signals | null; restarting: boolean }) => void
  /** Milliseconds before another try, after five ends within a minute or a start that failed; absent: ten seconds. */
  rest?: number
  /** Other settings of PostgreSQL, for tests and benches. */
  settings?: Record<string, string>
  /** Where root puts what the account of the database cannot reach otherwise. */
  refuge?: string
  /** The npm package with the programs, when it is not the installed one. */
  binaries?: string
}

/** A running embedded PostgreSQL. */
export type Postgres = {
  /** Of the superuser, over the unix socket. */
  url: string
  socketDirectory: string
  port: number
  /** Of the postmaster; another one after a restart. */
  readonly pid: number
  /** Ends the server cleanly (fast shutdown); a second call waits for the same end. */
  stop: () => Promise<void>
}

const restartLimit = 5
const restartWindow = 60_000

/**
 * Starts PostgreSQL on a directory and returns when it takes connections; makes the cluster on the first start, clears what
 * killed processes left, and starts the server again when it dies, for as long as it takes: a full disk is freed some time. Throws a LaunchFailure with both languages and the log.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { directory, log, settings = {}, refuge = '/var/lib/wangdi' } = options
  const account = chooseAccount(join(await findHome(directory), 'cluster'), log)
  const binaries = await getBinaries({ account, refuge, log, root: options.binaries })
  const place = await settle(directory, account, refuge, log)
  const unlock = await takeLock(place.lock)
  try {
    await stopOrphan(place.cluster, log)
    await ensureCluster(place, binaries, account, settings)
    const socketDirectory = await makeSocketDirectory(place, account)
    return await keepRunning({ place, binaries, account, socketDirectory, settings, log }, options, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

async function keepRunning(run: Run, options: PostgresOptions, unlock: () => Promise<void>): Promise<Postgres> {
  const { onExit, rest = 10_000 } = options
  let child = await runServer(run)
  let stopped: Promise<void> | undefined
  let restart: Promise<void> = Promise.resolve()
  const ends: number[] = []
  const stopping = new AbortController()

  const watch = () =>
    child.once('exit', (code, name) => {
      if (stopped) return
      ends.push(performance.now())
      const restarting = ends.filter((at) => at > performance.now() - restartWindow).length <= restartLimit
      run.log(
        `数据库意外退出（${name ?? code}），${restarting ? '正在重启' : '过一会儿重启'} · the database ended unexpectedly, restarting${restarting ? '' : ' in a while'}`,
      )
      onExit?.({ code, signal: name, restarting })
      restart = again(restarting)
    })
  const again = async (atOnce: boolean) => {
    for (let rests = !atOnce; ; rests = true) {
      // Cut short by the end, which then finds no server to stop.
      if (rests) await pause(rest, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      try {
        child = await runServer(run)
        watch()
        return run.log('数据库已恢复 · the database is back')
      } catch (error) {
        run.log(String(error))
        onExit?.({ code: null, signal: null, restarting: false })
      }
    }
  }
  // Should the application end without stop(), the database ends too, as far as that can still be said.
  const farewell = () => void (isOpen(child) && child.pid && signal(child.pid, 'SIGINT'))
  const stop = async () => {
    stopping.abort()
    await restart
    if (isOpen(child)) await end(child)
    process.off('exit', farewell)
    await removeSocketDirectory(run.socketDirectory)
    await unlock()
  }
  process.on('exit', farewell)
  watch()
  return {
    url: urlOf(run.socketDirectory),
    socketDirectory: run.socketDirectory,
    port: socketPort,
    get pid() {
      return child.pid ?? 0
    },
    stop: () => (stopped ??= stop()),
  }
}

const isOpen = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  await stopServer(
    () => !isOpen(child),
    (name) => child.kill(name),
  )
  await exited
}

function urlOf(socketDirectory: string): string {
  // The host in front is ignored; it is there because WHATWG URLs need one, and callers change the path of this URL.
  return `postgresql://${ownerName}@localhost:${socketPort}/postgres?host=${encodeURIComponent(socketDirectory)}`
}
