// The embedded PostgreSQL of a directory as another process of this machine finds it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ownerName, socketPort } from './cluster.ts'
import { findPidFile } from './orphan.ts'
import { findHome } from './place.ts'
import { findStartOf } from './processes.ts'

/** The owner's URL of a PostgreSQL that a living server has started on the directory; undefined when none runs. */
export async function findRunning(directory: string): Promise<string | undefined> {
  const home = await findHome(directory)
  const [pid = '', start] = (await readFile(join(home, 'launcher.pid'), 'utf8').catch(() => '')).trim().split(' ')
  if (!pid || findStartOf(Number(pid)) !== start) return undefined
  const server = await findPidFile(join(home, 'cluster'))
  if (!server?.ready) return undefined
  return `postgresql://${ownerName}@localhost:${socketPort}/postgres?host=${encodeURIComponent(server.socketDirectory)}`
}
