// Making a cluster, and the settings it runs with.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { LaunchFailure } from './failure.ts'
import type { Place } from './place.ts'

/** The superuser, owner of everything in the embedded database. */
export const ownerName = 'wangdi'

/** The number in the name of the unix socket; nothing listens on a network port. */
export const socketPort = 5432

const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** How a program of PostgreSQL is run: from a directory that everybody can enter, with nothing of our environment, under its account. */
export function spawnOptions(account: Account | undefined) {
  return { cwd: '/', env: environment, ...(account && { uid: account.uid, gid: account.gid }) }
}

/** Makes the cluster on the first start (UTF8, locale C), and refuses one of another major version of PostgreSQL. */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  account: Account | undefined,
  overrides: Record<string, string> = {},
): Promise<void> {
  if (existsSync(place.cluster)) return requireMajor(place, binaries.major)
  const half = await prepareHalf(place, account)
  const args = ['-D', half, '-U', ownerName, '--encoding=UTF8', '--locale=C', '--auth-local=trust', '--auth-host=scram-sha-256']
  if (overrides.fsync === 'off') args.push('--no-sync')
  await promisify(execFile)(binaries.initdb, args, spawnOptions(account)).catch((error: { stderr?: string; message: string }) => {
    throw new LaunchFailure(
      'postgres.initdb-failed',
      `无法在 ${place.directory} 建立数据库。`,
      `The database could not be made in ${place.directory}.`,
      error.stderr || error.message,
    )
  })
  // Trust ends at our own socket: its directory is 0700. Any TCP listener that an administrator opens later asks for a password.
  const access = ['local all all trust', 'host all all all scram-sha-256', ''].join('\n')
  await writeFile(join(half, 'pg_hba.conf'), access)
  // Whole or not at all: a start that was killed within initdb leaves only a directory that the next one sweeps away.
  await rename(half, place.cluster)
}

async function prepareHalf(place: Place, account: Account | undefined): Promise<string> {
  for (const name of await readdir(place.directory)) {
    if (name.startsWith('cluster.')) await rm(join(place.directory, name), { recursive: true, force: true })
  }
  const half = await mkdtemp(join(place.directory, 'cluster.'))
  if (account) await chown(half, account.uid, account.gid)
  return half
}

async function requireMajor(place: Place, major: number): Promise<void> {
  const found = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => '?')).trim()
  if (found === String(major)) return
  throw new LaunchFailure(
    'postgres.other-version',
    `数据目录 ${place.cluster} 是 PostgreSQL ${found} 的，随附的是 ${major}，不能直接打开。请用旧版本导出后再导入。`,
    `${place.cluster} was made by PostgreSQL ${found} and the bundled one is ${major}: it is not opened. Export it with the old version and load it again.`,
  )
}

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: String(socketPort),
  max_connections: '100',
  shared_buffers: '192MB',
  // Its files lie on a solid-state disk or in memory: without this, foreign keys to small tables are checked by reading them whole.
  random_page_cost: '1.1',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements, values and the details of errors can hold names: none of them reaches the log.
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** The command line of the server; `overrides` is for tests and benches. */
export function serverArguments(place: Place, socketDirectory: string, overrides: Record<string, string> = {}): string[] {
  const all: Record<string, string> = {
    ...settings,
    ...overrides,
    unix_socket_directories: `"${socketDirectory.replaceAll('"', '""')}"`,
  }
  return ['-D', place.cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
