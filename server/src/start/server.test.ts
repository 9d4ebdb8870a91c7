import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { withClient } from '../../test/database-url.ts'
import { cookieOf } from '../../test/sign-in.ts'

const data = join(mkdtempSync(join(tmpdir(), 'wangdi-start-')), 'data')
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(join(data, '..'), { recursive: true, force: true })
})

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

function run(script: string, args: string[], env: Record<string, string>, flags: readonly string[] = []): ChildProcess {
  const all = {
    ...process.env,
    WANGDI_DATA: data,
    WANGDI_DEMO: 'no',
    WANGDI_LOG: 'silent',
    DATABASE_URL: '',
    WANGDI_PLACES: file('../../test/places-excerpt.br'),
    ...env,
  }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...flags, script, ...args], {
    env: all,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  return child
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function isReady(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/health`).catch(() => undefined)
    if (answer?.ok) return
    await pause(100)
  }
  throw new Error(`ended with ${child.exitCode}`)
}

test('the server starts on an empty folder, takes an account from the command line, lets it in, and ends cleanly', async () => {
  // Half a roster, as a server leaves it that is killed while it comes up.
  mkdirSync(join(data, 'uploads'), { recursive: true })
  writeFileSync(join(data, 'uploads', 'left-by-a-kill'), 'half')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = run(file('../main.ts'), [], { PORT: String(port) })
  await isReady(url, server)
  expect(readdirSync(join(data, 'uploads'))).toEqual([])

  const maker = run(
    file('../cli/main.ts'),
    ['user', 'add', '--login', 'liuyang', '--name', '刘洋', '--role', 'community-director', '--place', '410105001003', '--json'],
    {},
  )
  const said = JSON.parse(await text(maker.stdout as NodeJS.ReadableStream)) as { login: string; password: string }
  expect(said).toMatchObject({ login: 'liuyang', password: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/) })

  const answer = await fetch(`${url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: said.login, password: said.password }),
  })
  expect(await answer.json()).toEqual({ state: 'signed-in' })
  const session = await fetch(`${url}/api/session`, { headers: { cookie: cookieOf(answer) } })
  expect(await session.json()).toMatchObject({
    account: { name: '刘洋', role: 'community-director' },
    needs: 'password',
    places: [
      { name: '全国' },
      { name: '河南省' },
      { name: '郑州市' },
      { name: '金水区' },
      { code: '410105001' },
      { code: '410105001003' },
    ],
  })

  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  server.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})

test('a server that starts drops the traces whose term is over', async () => {
  const database = await testDatabase()
  const left = async () => {
    const { rows } = await withClient(database.ownerUrl, (client) =>
      client.query<{ n: number }>(`select count(*)::int as n from audit_line`),
    )
    return rows[0]?.n
  }
  await withClient(database.ownerUrl, (client) =>
    client.query(`insert into audit_line (scope, id, at, account, verb, targets, place) select '410105', gen_random_uuid(),
      now() - days * interval '1 day', gen_random_uuid(), 'people.get', '{}', '410105' from unnest(array[2, 1095, 1097, 3000]) days`),
  )
  const port = await freePort()
  const server = run(file('../main.ts'), [], { PORT: String(port), DATABASE_URL: database.ownerUrl })
  await isReady(`http://127.0.0.1:${port}`, server)
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(await left()).toBe(2)
  await database.drop()
})

// What `npm start` gives to Node beside the name of the program.
const flagsOfStart = () =>
  [...(/flags = \[(.*)\]/.exec(readFileSync(file('../../../tools/start.mjs'), 'utf8'))?.[1] ?? '').matchAll(/'(.+?)'/g)].map(
    ([, flag = '']) => flag,
  )

test('started as by npm start, a server gives back once what only its start needed, when it listens and before it says so', async () => {
  // The house says nothing of its memory: whoever is asked to give it back says when that was.
  const told = `const giveBack = globalThis.gc
    if (giveBack) globalThis.gc = (how) => {
      console.log(how.type, how.flavor, process.getActiveResourcesInfo().includes('TCPServerWrap') ? 'listens' : 'deaf')
      return giveBack(how)
    }`
  const database = await testDatabase()
  const [port, settings] = [await freePort(), { DATABASE_URL: database.ownerUrl }]
  const watched = [...flagsOfStart(), `--import=data:text/javascript,${encodeURIComponent(told)}`]
  const server = run(file('../main.ts'), [], { ...settings, PORT: String(port) }, watched)
  const said: string[] = []
  for await (const line of createInterface(server.stdout as NodeJS.ReadableStream)) {
    if (line !== '') said.push(line)
    if (line.includes(`:${port}`)) server.kill('SIGTERM')
  }
  expect(said).toEqual(['major last-resort listens', expect.stringContaining(`:${port}`)])
  await database.drop()
})

test('the command line says what is wrong with its use, with code 2', async () => {
  for (const args of [
    ['user'],
    ['user', 'add', '--login', 'x'],
    ['user', 'add', '--role', 'king', '--login', 'abc', '--name', '刘', '--place', ''],
    ['user', 'add', '--role', 'auditor', '--login', 'abc', '--name', ' \u200b', '--place', '410105'],
    ['user', 'add', '--role', 'auditor', '--login', 'abc', '--name', '刘', '--place', '410105', '--phone', '问办公室'],
  ])
    expect(await once(run(file('../cli/main.ts'), args, {}), 'exit')).toEqual([2, null])
})
