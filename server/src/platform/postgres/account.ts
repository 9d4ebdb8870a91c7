// PostgreSQL refuses to run as root. As root we start it under another account, else under our own.
import { execFile, execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { promisify } from 'node:util'
import { LaunchFailure } from './failure.ts'

/** The account PostgreSQL runs under, or undefined when it runs under the account of this process. */
export type Account = { uid: number; gid: number; name: string }

const ownName = 'wangdi-pg'

/**
 * Chooses the account for a cluster directory: as a plain user none; as root the owner of an existing cluster,
 * else `postgres`, else a system account that is created, else `nobody`.
 */
export function chooseAccount(cluster: string, log: (line: string) => void): Account | undefined {
  if (process.getuid?.() !== 0) {
    requireOwn(cluster)
    return undefined
  }
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` }
  return findAccount('postgres') ?? findAccount(ownName) ?? createAccount(log) ?? nobody(log)
}

function requireOwn(cluster: string): void {
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (!owner || owner.uid === process.getuid?.()) return
  throw new LaunchFailure(
    'postgres.foreign-owner',
    `数据目录 ${cluster} 属于另一个系统账户（uid ${owner.uid}）。请用该账户或 root 启动。`,
    `The data directory ${cluster} belongs to another account (uid ${owner.uid}). Start as that account or as root.`,
  )
}

function findAccount(name: string): Account | undefined {
  const number = (flag: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    const uid = number('-u')
    return uid === 0 ? undefined : { uid, gid: number('-g'), name }
  } catch {
    return undefined
  }
}

function createAccount(log: (line: string) => void): Account | undefined {
  try {
    execFileSync('groupadd', ['--system', '--force', ownName], { stdio: 'ignore' })
    const home = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
    execFileSync('useradd', ['--system', '--gid', ownName, ...home, ownName], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  log(`已建立系统账户 ${ownName}，数据库以它运行 · created the system account ${ownName} for the database`)
  return findAccount(ownName)
}

function nobody(log: (line: string) => void): Account {
  log('无法建立系统账户，数据库以 nobody 运行 · no system account could be made, the database runs as nobody')
  return findAccount('nobody') ?? { uid: 65534, gid: 65534, name: 'nobody' }
}

/** Whether the account can list, enter and write a directory, tried by a real process of that account. */
export async function mayUse(account: Account | undefined, directory: string): Promise<boolean> {
  const script = 'test -r "$1" && test -w "$1" && test -x "$1" && cd "$1"'
  return runs('/bin/sh', ['-c', script, 'sh', directory], account)
}

/** Whether a program ends well under the account; false also when the account cannot reach it. */
export async function runs(program: string, args: string[], account: Account | undefined): Promise<boolean> {
  const identity = account && { uid: account.uid, gid: account.gid }
  return promisify(execFile)(program, args, { ...identity, cwd: '/', env: { LC_ALL: 'C' } }).then(
    () => true,
    () => false,
  )
}
