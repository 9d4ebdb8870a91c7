// One run of the PostgreSQL server, from start to end.
import { type ChildProcess, spawn } from 'node:child_process'
import { open, rename, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { serverArguments, spawnOptions } from './cluster.ts'
import { LaunchFailure, lastLines } from './failure.ts'
import { disarm, findPidFile, killBackends } from './orphan.ts'
import type { Place } from './place.ts'
import { isRunning } from './processes.ts'

/** Everything a run of the server needs. */
export type Run = {
  place: Place
  binaries: Binaries
  account: Account | undefined
  socketDirectory: string
  settings: Record<string, string>
  log: (line: string) => void
}

const logLimit = 10_000_000
const lockLimit = 30_000
const lingering = /lock file "postmaster.pid"|pre-existing shared memory block|another server might be running/

/**
 * Starts the server and returns when it takes connections, after recovery where needed. What a killed server leaves
 * (a zombie not yet reaped, backends still holding the shared memory) passes in seconds: it is waited for and tried again.
 */
export async function runServer(run: Run): Promise<ChildProcess> {
  const begin = performance.now()
  for (;;) {
    await disarm(run.place.cluster, run.socketDirectory)
    const from = await rollLog(run.place.log)
    const child = await spawnServer(run)
    if (await becameReady(run, child)) return child
    const said = await readFrom(run.place.log, from)
    const waited = performance.now() - begin
    if (!lingering.test(said) || waited > lockLimit) throw await failed(run, said)
    if (waited > lockLimit / 2) killBackends(run.place.cluster)
    await pause(200)
  }
}

async function spawnServer(run: Run): Promise<ChildProcess> {
  const log = await open(run.place.log, 'a', 0o600)
  try {
    if (run.account) await log.chown(run.account.uid, run.account.gid)
    // A process group of its own: Ctrl-C in the terminal reaches us, and we end the database after the last request.
    const child = spawn(run.binaries.postgres, serverArguments(run.place, run.socketDirectory, run.settings), {
      ...spawnOptions(run.account),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    return child
  } finally {
    await log.close()
  }
}

async function becameReady(run: Run, child: ChildProcess): Promise<boolean> {
  const begin = performance.now()
  let told = false
  while (child.exitCode === null && child.signalCode === null) {
    const file = await findPidFile(run.place.cluster)
    if (file?.pid === child.pid && file?.ready) return true
    if (!told && performance.now() - begin > 3_000 && isRunning(child.pid ?? 0)) {
      told = true
      run.log('数据库正在恢复，请稍候 · the database is recovering, please wait')
    }
    await pause(10)
  }
  return false
}

async function rollLog(file: string): Promise<number> {
  const size = (await stat(file).catch(() => undefined))?.size ?? 0
  if (size <= logLimit) return size
  await rename(file, `${file}.1`)
  return 0
}

async function readFrom(file: string, from: number): Promise<string> {
  const log = await open(file, 'r')
  const { size } = await log.stat()
  const { buffer } = await log.read(Buffer.alloc(Math.max(0, size - from)), 0, undefined, from)
  await log.close()
  return buffer.toString('utf8')
}

async function failed(run: Run, said: string): Promise<LaunchFailure> {
  const tail = said.trim().split('\n').slice(-20).join('\n') || (await lastLines(run.place.log))
  return new LaunchFailure(
    'postgres.start-failed',
    `数据库没有启动。日志：${run.place.log}`,
    `The database did not start. Its log: ${run.place.log}`,
    tail,
  )
}
