// One launcher for a directory: a file names the process that started PostgreSQL there.
import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { LaunchFailure } from './failure.ts'
import { findStartOf } from './processes.ts'

/**
 * Takes the launcher lock of a directory, also one left by a killed launcher, and returns what gives it back.
 * The number alone does not count, since numbers are used again: the start of the process is written beside it.
 */
export async function takeLock(file: string): Promise<() => Promise<void>> {
  const own = `${process.pid} ${findStartOf(process.pid)}\n`
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, own)
  try {
    while (!(await linked(draft, file))) await removeStale(file, own)
  } finally {
    await rm(draft, { force: true })
  }
  return () => rm(file, { force: true })
}

function linked(draft: string, file: string): Promise<boolean> {
  return link(draft, file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
}

async function removeStale(file: string, own: string): Promise<void> {
  const held = await readFile(file, 'utf8').catch(() => undefined)
  if (held === undefined) return
  const [pid = '', start] = held.trim().split(' ')
  if (held === own || findStartOf(Number(pid)) === start) throw alreadyRunning(file, pid)
  // Moved first, so that of two launchers that both found it stale one cannot remove the new lock of the other.
  const aside = `${file}.${randomUUID()}`
  await rename(file, aside).catch(() => undefined)
  const moved = await readFile(aside, 'utf8').catch(() => held)
  if (moved !== held) await linked(aside, file)
  await rm(aside, { force: true })
}

function alreadyRunning(file: string, pid: string): LaunchFailure {
  return new LaunchFailure(
    'postgres.already-running',
    `另一个服务（进程 ${pid}）正在使用这个数据目录（${file}）。请先停止它。`,
    `Another server (process ${pid}) is using this data directory (${file}). Stop it first.`,
  )
}
