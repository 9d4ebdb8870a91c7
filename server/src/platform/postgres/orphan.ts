// What a killed launcher or a killed PostgreSQL leaves behind, and how it is cleared without losing a record.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LaunchFailure } from './failure.ts'
import { removeSocketDirectory } from './place.ts'
import { isServerOf, listServersOf, signal, waitUntil } from './processes.ts'

/** What PostgreSQL writes into postmaster.pid (src/include/utils/pidfile.h: pid 1st line, socket directory 5th, status 8th). */
export type PidFile = { pid: number; socketDirectory: string; ready: boolean }

/** Reads postmaster.pid of a cluster; undefined when there is none or it is still being written. */
export async function findPidFile(cluster: string): Promise<PidFile | undefined> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, socketDirectory: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' } : undefined
}

/**
 * Stops a PostgreSQL that still runs on the cluster though its launcher is gone: fast (SIGINT), then immediate
 * (SIGQUIT), then SIGKILL; PostgreSQL recovers from its log after each of them.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const left = await findPidFile(cluster)
  if (!left || !isServerOf(cluster, left.pid)) return
  log(`发现上次遗留的数据库进程 ${left.pid}，先停止它 · stopping database process ${left.pid}, left by an earlier run`)
  await stopServer(
    () => !isServerOf(cluster, left.pid),
    (name) => signal(left.pid, name),
  )
  if (isServerOf(cluster, left.pid)) throw stuck(left.pid)
  await removeSocketDirectory(left.socketDirectory)
}

/** Asks a server to end, with growing insistence, until it is gone. */
export async function stopServer(gone: () => boolean, send: (name: NodeJS.Signals) => void): Promise<void> {
  const steps = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const
  for (const [name, limit] of steps) {
    send(name)
    if (await waitUntil(gone, limit)) return
  }
}

/**
 * Makes harmless what a killed server left. PostgreSQL refuses to start while any process of its account has the number
 * in postmaster.pid, be it a zombie or an unrelated one. The number of its own parent it takes for stale, so that is written
 * there; the shared memory key in the file stays, with which PostgreSQL makes sure that no old backend works on the data.
 * The lock of the socket needs no such care, as its directory is ours alone.
 */
export async function disarm(cluster: string, socketDirectory: string): Promise<void> {
  const left = await findPidFile(cluster)
  if (left && isServerOf(cluster, left.pid)) return
  for (const name of await readdir(socketDirectory)) await rm(join(socketDirectory, name), { force: true })
  if (!left) return
  const file = join(cluster, 'postmaster.pid')
  const [, ...rest] = (await readFile(file, 'utf8')).split('\n')
  await writeFile(file, [process.pid, ...rest].join('\n'))
  if (left.socketDirectory !== socketDirectory) await removeSocketDirectory(left.socketDirectory)
}

/** Kills backends that live on after their postmaster was killed; call it when waiting for them was in vain. */
export function killBackends(cluster: string): void {
  for (const pid of listServersOf(cluster)) signal(pid, 'SIGKILL')
}

function stuck(pid: number): LaunchFailure {
  return new LaunchFailure(
    'postgres.orphan-stuck',
    `遗留的数据库进程 ${pid} 无法停止，请手动结束后再启动。`,
    `Database process ${pid}, left by an earlier run, does not end. End it by hand and start again.`,
  )
}
