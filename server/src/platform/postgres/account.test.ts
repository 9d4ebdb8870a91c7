// What only root meets. Without root these tests are left out.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { copyPackage } from '../../../test/postgres/copy-package.ts'
import { runs } from './account.ts'
import { startPostgres } from './launch.ts'

const fixture = fileURLToPath(new URL('../../../test/postgres/hold.ts', import.meta.url))
const nobody = { uid: 65534, gid: 65534, name: 'nobody' }
// A checkout in root's home cannot be read by a plain user, so nothing can be tried as one there.
const open = await runs('/usr/bin/test', ['-r', fixture], nobody)
// These tests are about accounts, not about durability.
const settings = { fsync: 'off' }
let directory = ''

beforeEach(async () => {
  directory = await mkdtemp('/var/tmp/wangdi-account-')
  execFileSync('chmod', ['755', directory])
})

afterEach(() => rm(directory, { recursive: true, force: true }))

/** Starts the fixture by a command, and returns what it said and the uid of its database, after ending it. */
async function tryOut(command: string, args: string[], identity: { uid?: number; gid?: number } = {}) {
  const child = spawn(command, args, {
    ...identity,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, REFUGE: join(directory, 'refuge'), FSYNC: 'off' },
  })
  const [line] = await once(child.stdout, 'data')
  const said = JSON.parse(String(line)) as { pid: number; lines: string[] }
  const { uid } = await stat(`/proc/${said.pid}`)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  return { ...said, uid, code }
}

describe.skipIf(process.getuid?.() !== 0)('as root', () => {
  test('a repository that only root can enter works: data and programs go where the database account can reach them', async () => {
    const closed = join(directory, 'home-of-root')
    const refuge = join(directory, 'refuge')
    await mkdir(closed, { mode: 0o700 })
    copyPackage(join(closed, 'package'))
    const lines: string[] = []
    const options = {
      directory: join(closed, 'data/pg'),
      refuge,
      binaries: join(closed, 'package'),
      settings,
      log: (line: string) => lines.push(line),
    }
    const first = await startPostgres(options)
    await first.stop()
    expect(lines.join('\n')).toMatch(/数据库放在 .*the database lies in .*\/refuge\/cluster-/)
    const lies = await readFile(join(closed, 'data/pg/moved-to'), 'utf8')
    const second = await startPostgres(options)
    await second.stop()
    expect(dirname(second.socketDirectory)).toBe(lies.trim())
    expect(lines).toHaveLength(2)
  })

  test('a private temporary directory is opened just enough, so that the data stay where they were wanted', async () => {
    const temporary = await mkdtemp('/tmp/wangdi-private-')
    const postgres = await startPostgres({ directory: join(temporary, 'data/pg'), settings, log: () => {} })
    await postgres.stop()
    expect(postgres.socketDirectory).toBe(join(temporary, 'data/pg/socket'))
    expect((await stat(temporary)).mode & 0o777).toBe(0o711)
    await rm(temporary, { recursive: true })
  })

  test('a copy of the repository under a new name does not open the data of the old one', async () => {
    const closed = join(directory, 'home-of-root')
    await mkdir(closed, { mode: 0o700 })
    const options = { directory: join(closed, 'pg'), refuge: join(directory, 'refuge'), log: () => {}, settings }
    const first = await startPostgres(options)
    await first.stop()
    await rm(closed, { recursive: true })
    await mkdir(closed, { mode: 0o700 })
    const second = await startPostgres(options)
    await second.stop()
    expect(second.socketDirectory).not.toBe(first.socketDirectory)
  })

  test.runIf(open)('a plain user runs the database under the own account', async () => {
    const own = join(directory, 'own')
    await mkdir(own)
    execFileSync('chown', ['65534:65534', own])
    expect(await tryOut(process.execPath, [fixture, join(own, 'pg')], nobody)).toMatchObject({ uid: 65534, code: 0 })
    // The cluster stays with its owner when root starts it the next time.
    expect(await tryOut(process.execPath, [fixture, join(own, 'pg')])).toMatchObject({ uid: 65534, code: 0 })
  })

  test.runIf(open)('a plain user is told when the data belong to somebody else', async () => {
    const own = join(directory, 'own')
    await (await startPostgres({ directory: own, log: () => {}, settings })).stop()
    execFileSync('chmod', ['755', own])
    const child = spawn(process.execPath, [fixture, own], { ...nobody, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
    const said: string[] = []
    child.stderr.on('data', (text) => said.push(String(text)))
    const [code] = await once(child, 'close')
    expect(code).toBe(1)
    expect(said.join('')).toMatch(/属于另一个系统账户[\s\S]*belongs to another account/)
  })

  test('on a machine without an account for the database one is created', async () => {
    const etc = join(directory, 'etc')
    await mkdir(etc)
    for (const name of ['passwd', 'group', 'shadow', 'gshadow', 'login.defs', 'nsswitch.conf']) {
      const text = await readFile(`/etc/${name}`, 'utf8').catch(() => '')
      await writeFile(
        join(etc, name),
        text
          .split('\n')
          .filter((line) => !line.startsWith('postgres:'))
          .join('\n'),
      )
    }
    // A mount of our own over /etc: what is created there is seen by this process alone.
    const script = 'mount --bind "$1" /etc && exec "$2" "$3" "$4"'
    const outcome = await tryOut('unshare', [
      '-m',
      'sh',
      '-c',
      script,
      'sh',
      etc,
      process.execPath,
      fixture,
      join(directory, 'pg'),
    ])
    expect(outcome).toMatchObject({ code: 0 })
    expect(outcome.lines.join('')).toContain('created the system account wangdi-pg')
    expect(await readFile(join(etc, 'passwd'), 'utf8')).toContain(`wangdi-pg:x:${outcome.uid}:`)
  })
})
