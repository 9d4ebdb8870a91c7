// Where the cluster, its socket and its log lie on disk.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type Account, mayUse } from './account.ts'
import { LaunchFailure } from './failure.ts'

/** A directory that holds one cluster: `cluster/` (PGDATA), `socket/`, `postgres.log`, `launcher.pid`. */
export type Place = { directory: string; cluster: string; log: string; lock: string }

const pointerName = 'moved-to'
const temporaryName = 'wangdi-pg-'
// sun_path holds 107 bytes and an end mark; PostgreSQL adds /.s.PGSQL.5432 to the directory.
const longestSocketDirectory = 107 - '/.s.PGSQL.5432'.length

/** Where the cluster of a directory really lies: in it, or where an earlier start had to put it. */
export async function findHome(directory: string): Promise<string> {
  const pointed = (await readFile(join(directory, pointerName), 'utf8').catch(() => '')).trim()
  return pointed && existsSync(pointed) ? pointed : resolve(directory)
}

/**
 * Makes the directory usable for the account. When the account cannot reach it (a repository in root's home),
 * a directory in the refuge is used instead and named in the file `moved-to`.
 */
export async function settle(
  directory: string,
  account: Account | undefined,
  refuge: string,
  log: (line: string) => void,
): Promise<Place> {
  const home = await findHome(directory)
  await prepare(home, account)
  await openTemporary(home)
  if (await mayUse(account, home)) return placeAt(home)
  if (!account || existsSync(join(home, 'cluster'))) throw unreachable(home, account)
  await mkdir(refuge, { recursive: true, mode: 0o755 })
  const other = join(refuge, `cluster-${randomBytes(6).toString('hex')}`)
  await prepare(other, account)
  if (!(await mayUse(account, other))) throw unreachable(other, account)
  await writeFile(join(home, pointerName), `${other}\n`)
  log(
    `账户 ${account.name} 进不了 ${home}，数据库放在 ${other} · account ${account.name} cannot enter ${home}, the database lies in ${other}`,
  )
  return placeAt(other)
}

async function prepare(directory: string, account: Account | undefined): Promise<void> {
  const firstMade = await mkdir(directory, { recursive: true })
  // Whatever the umask: parents that we made let the account through, without showing it what else lies there.
  for (let made = dirname(directory); firstMade && made.length >= firstMade.length; made = dirname(made)) await chmod(made, 0o711)
  if (account) await chown(directory, account.uid, account.gid)
  await chmod(directory, 0o700).catch(() => undefined)
}

// A private temporary directory of ours (mkdtemp makes them 0700) lets the account through, without showing what lies there.
async function openTemporary(home: string): Promise<void> {
  const temporary = `${await realpath(tmpdir())}/`
  for (let above = dirname(await realpath(home)); above.startsWith(temporary); above = dirname(above)) {
    const { uid, mode } = await stat(above)
    if (uid === process.getuid?.()) await chmod(above, (mode & 0o777) | 0o111)
  }
}

async function placeAt(home: string): Promise<Place> {
  const directory = await realpath(home)
  const inside = (name: string) => join(directory, name)
  return { directory, cluster: inside('cluster'), log: inside('postgres.log'), lock: inside('launcher.pid') }
}

function unreachable(directory: string, account: Account | undefined): LaunchFailure {
  const who = account?.name ?? `uid ${process.getuid?.()}`
  return new LaunchFailure(
    'postgres.unreachable',
    `账户 ${who} 无法读写数据目录 ${directory}。请检查该目录及其上级目录的权限。`,
    `Account ${who} cannot read and write the data directory ${directory}. Check its permissions and those of the directories above.`,
  )
}

/** Makes the private directory (0700) of the unix socket, beside the cluster or, when that path is too long for a socket, under the temporary directory. */
export async function makeSocketDirectory(place: Place, account: Account | undefined): Promise<string> {
  const beside = join(place.directory, 'socket')
  const short = Buffer.byteLength(beside) <= longestSocketDirectory
  const temporary = !account && Buffer.byteLength(tmpdir()) + 20 <= longestSocketDirectory ? tmpdir() : '/tmp'
  const socket = short ? beside : await mkdtemp(join(temporary, temporaryName))
  await mkdir(socket, { recursive: true, mode: 0o700 })
  if (account) await chown(socket, account.uid, account.gid)
  await chmod(socket, 0o700)
  return socket
}

/** Removes a socket directory that was made under the temporary directory; one beside the cluster stays. */
export async function removeSocketDirectory(socket: string): Promise<void> {
  if (socket.split('/').at(-1)?.startsWith(temporaryName)) await rm(socket, { recursive: true, force: true })
}
