// First sync: what a phone of a grid worker with 500 households downloads, against a static file of the same size in the
// same run. The households are invented; phones are sealed and opened as in production.
import { Agent, get } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import staticFiles from '@fastify/static'
import { addDays } from '@wangdi/domain/day.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { buildApp } from '../server/src/app.ts'
import { makeClock } from '../server/src/platform/clock.ts'
import { openPackShelf } from '../server/src/platform/library/pack-shelf.ts'
import { enterCounty } from '../server/src/platform/tenants/enter.ts'
import { makeLog } from '../server/src/platform/log.ts'
import type { SignIn } from '../server/src/staff/index.ts'
import { type BenchDatabase, openBenchDatabase } from './bench-database.ts'
import { median, rounded, timed } from './median.ts'

const community = '410105001003'
const county = '410105'
const today = '2026-11-20'
const households = 500
const limits = { bytes: 300_000, ms: 2_000 }
const wire = new Agent({ keepAlive: true })
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'
const given = '伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红梅建国志远晓雯文静德福'

/** Measures the first sync; `holds` says whether size and time keep their limits. */
export async function bench(): Promise<Record<string, unknown>> {
  const database = await openBenchDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'wangdi-bench-sync-'))
  try {
    const account = await makeGrid(database)
    const server = await serve(database, account, folder)
    const first = await download(server.url)
    writeFileSync(join(folder, 'same-size.gz'), Buffer.concat(first.bodies))
    const [syncs, files]: [number[], number[]] = [[], []]
    for (let round = 0; round < 15; round++) {
      syncs.push((await timed(() => download(server.url))).ms)
      files.push((await timed(async () => (await fetch(`${server.url}/file/same-size.gz`)).arrayBuffer())).ms)
    }
    wire.destroy()
    await server.close()
    const ms = median(syncs)
    return {
      households,
      people: first.people,
      visits: first.visits,
      pages: first.bodies.length,
      bytes: first.bytes,
      bytes_to_limit: rounded(first.bytes / limits.bytes, 2),
      ms: rounded(ms),
      static_file_ms: rounded(median(files), 1),
      sync_to_static_file: rounded(ms / median(files), 1),
      ms_limit: limits.ms,
      holds: first.bytes <= limits.bytes && ms <= limits.ms,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await database.stop()
  }
}

async function serve({ db, fields, signer }: BenchDatabase, account: string, folder: string) {
  const clock = makeClock(true)
  clock.set(`${today}T10:00:00+08:00`)
  const actor = { account, name: '吴晓彤', role: 'grid-worker' as const, place: community, session: 'bench' }
  const signIn = {
    findActor: async () => actor,
    findAccount: async () => account,
    addRoutes: () => {},
    close: async () => {},
  } as unknown as SignIn
  const log = makeLog('silent')
  const packs = await openPackShelf({ db, signer, log, today: clock.today(), now: clock.now() })
  const app = await buildApp({ db, tools: { clock, fields, log, demo: false, packs, signer }, signIn })
  await app.register(staticFiles, { root: folder, prefix: '/file/', decorateReply: false })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url, close: () => app.close() }
}

// As a phone does: page after page until there is none. Bytes are those of the compressed answers.
async function download(url: string) {
  const bodies: Buffer[] = []
  let [people, visits, bytes] = [0, 0, 0]
  for (let after = ''; ; ) {
    const body = await compressed(`${url}/api/sync/snapshot${after ? `?after=${after}` : ''}`)
    bodies.push(body)
    bytes += body.length
    const page = JSON.parse(gunzipSync(body).toString()) as {
      next: string | null
      rows: { person?: unknown[]; visit?: unknown[] }
    }
    people += page.rows.person?.length ?? 0
    visits += page.rows.visit?.length ?? 0
    if (page.next === null) return { bodies, people, visits, bytes }
    after = page.next
  }
}

// What comes over the wire as it comes: fetch would open it by itself.
const compressed = (address: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const asked = get(address, { headers: { 'accept-encoding': 'gzip' }, agent: wire }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
      reply.on('end', () => {
        if (reply.statusCode === 200 && reply.headers['content-encoding'] === 'gzip') resolve(Buffer.concat(parts))
        else reject(new Error(`not a compressed answer: ${reply.statusCode}`))
      })
    })
    asked.on('error', reject)
  })

let seed = 7
const dice = (sides: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor(seed / 65_536) % sides
}
const name = () =>
  surnames[dice(surnames.length)] + [given[dice(given.length)], dice(3) > 0 ? given[dice(given.length)] : ''].join('')

async function makeGrid({ owner, fields }: BenchDatabase): Promise<string> {
  const [account, grid] = [newId(), newId()]
  await enterCounty(owner, county)
  await owner
    .insertInto('account')
    .values({ id: account, login: 'bench', name: '吴晓彤', role: 'grid-worker', place: community })
    .execute()
  await owner.insertInto('grid').values({ county, id: grid, community, name: '第3网格', valid_from: '2026-01-01' }).execute()
  await owner
    .insertInto('grid_duty')
    .values({ county, id: newId(), community, grid, account, kind: 'worker', valid_from: '2026-01-01' })
    .execute()
  for (let building = 0; building < households / 50; building++) await makeBuilding(owner, fields, grid, account, building + 1)
  await sql`analyze`.execute(owner)
  return account
}

async function makeBuilding(
  owner: BenchDatabase['owner'],
  fields: BenchDatabase['fields'],
  grid: string,
  account: string,
  number: number,
): Promise<void> {
  const building = newId()
  await owner
    .insertInto('building')
    .values({ county, id: building, community, name: `${number}号楼`, ordinal: number })
    .execute()
  for (let door = 0; door < 50; door++) {
    const [dwelling, floor] = [newId(), 1 + Math.floor(door / 4)]
    const room = `${floor}0${1 + (door % 4)}`
    await owner
      .insertInto('dwelling')
      .values({
        county,
        id: dwelling,
        community,
        building,
        unit: '1',
        floor,
        room,
        use: dice(12) === 0 ? 'vacant' : 'own',
        ordinal: door,
      })
      .execute()
    await owner.insertInto('dwelling_grid').values({ county, dwelling, community, grid, valid_from: '2026-01-01' }).execute()
    const people = Array.from({ length: 1 + dice(5) }, () => newId())
    for (const id of people) await makePerson(owner, fields, id, dwelling)
    for (let n = dice(4); n > 0; n--) await makeVisit(owner, account, dwelling, people)
  }
}

async function makePerson(
  owner: BenchDatabase['owner'],
  fields: BenchDatabase['fields'],
  id: string,
  dwelling: string,
): Promise<void> {
  const phone = fields.seal('phone', `1990000${String(dice(10_000)).padStart(4, '0')}`)
  const born = addDays('1936-01-01', dice(32_000))
  await owner
    .insertInto('person')
    .values({
      county,
      id,
      community,
      dwelling,
      name: name(),
      sex: dice(2) ? 'male' : 'female',
      born,
      relation: '',
      phone_cipher: phone.cipher,
    })
    .execute()
  if (born < '1961-01-01' && dice(3) === 0)
    await owner
      .insertInto('person_mark')
      .values({ county, id: newId(), community, person: id, kind: 'chronic', since: '2026-01-01' })
      .execute()
}

async function makeVisit(
  owner: BenchDatabase['owner'],
  account: string,
  dwelling: string,
  people: readonly string[],
): Promise<void> {
  const day = addDays(today, -dice(55))
  await owner
    .insertInto('visit')
    .values({
      county,
      id: newId(),
      community,
      dwelling,
      at: new Date(`${day}T${10 + dice(9)}:${10 + dice(49)}:00+08:00`),
      day,
      by_account: account,
      result: dice(5) === 0 ? 'nobody-home' : 'met',
      needs: JSON.stringify(dice(9) === 0 ? ['medicine'] : []),
      met: JSON.stringify(people.slice(0, 1)),
      note: dice(6) === 0 ? '血压药还有一周的量' : '',
    })
    .execute()
}
