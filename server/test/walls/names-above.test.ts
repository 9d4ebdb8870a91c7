// Above the county: figures, no names, also of staff. Every reading verb of every role there, and of those beside, against a filled house.
import { access } from '@wangdi/domain/access/access.ts'
import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { partyDuty } from '@wangdi/domain/documents/kinds/party-duty.kind.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { isWithin } from '@wangdi/domain/place-code.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { served } from '../../src/app.ts'
import { sealDutyPhone } from '../../src/staff/index.ts'
import { fitting, idFieldsOf, type Schema } from '../every-input.ts'
import { callKind } from '../given/kinds.ts'
import { givenPapers } from '../given/papers.ts'
import { givenDemo } from '../given/demo.ts'
import type { Caller, House } from '../house.ts'
import { keptHouse } from '../kept-house.ts'

const town = '410105001003'
const beside = '410105001001'
const home: Record<string, string> = {
  community: town,
  street: '410105001',
  county: '410105',
  city: '4101',
  province: '41',
  nation: '',
}
const endpoints = served.map(({ endpoint }) => endpoint)

/** Somebody who reads, and from where. */
interface Reader {
  readonly role: Role
  readonly place: string
  readonly caller: Caller
}
/** Somebody whose name and phone must not be read by everybody: staff by their place, residents by their community. */
interface Known {
  readonly kind: 'staff' | 'resident'
  readonly place: string
  readonly texts: readonly string[]
}

let house: House
let ids: string[]
/** What some verbs are asked for that no id and no fitting word names. */
let besides: Readonly<Record<string, Record<string, unknown>>> = {}
let people: Known[]
const above: Reader[] = []
const sideways: Reader[] = []
let asked = 0

// Names that stand in no text of the house by chance.
const surnames = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '宇文',
  '长孙',
  '夏侯',
  '东方',
  '南宫',
  '百里',
  '端木',
  '申屠',
]
// Of duties of the demo some are held by everybody, and by places whose names are no secret.
const ownDuty = '属地责任'
let named = 0
const nextName = () => `${surnames[named % surnames.length]}${'甲乙丙丁戊己庚辛'[Math.floor(named++ / surnames.length) % 8]}某`

async function someone(role: Role, place: string): Promise<Caller> {
  const caller = await house.as(role, place, nextName())
  const phone = sealDutyPhone(house.fields, `1980000${String(1000 + named)}`)
  await house.owner.updateTable('account').set(phone).where('id', '=', caller.account).execute()
  return caller
}

beforeAll(async () => {
  house = await keptHouse('demo', givenDemo)
  await fill()
  for (const role of ['city-officer', 'province-officer', 'nation-officer'] as const) {
    const place = home[roles[role].level] ?? ''
    above.push({ role, place, caller: await someone(role, place) })
  }
  above.push({ role: 'policy-editor', place: '41', caller: await someone('policy-editor', '41') })
  above.push({ role: 'policy-editor', place: '', caller: await someone('policy-editor', '') })
  for (const role of Object.keys(roles) as Role[]) {
    if (roles[role].level === 'community') sideways.push({ role, place: beside, caller: await someone(role, beside) })
    if (roles[role].level === 'street') sideways.push({ role, place: '410105002', caller: await someone(role, '410105002') })
    if (roles[role].level === 'county') sideways.push({ role, place: '410122', caller: await someone(role, '410122') })
  }
  people = await listKnown()
  ids = await listIds(2)
}, 300_000)
afterAll(async () => {
  await house.close()
})

const inputFor = (endpoint: Endpoint, place: string, community: string, id: string, all: boolean) =>
  fitting(
    endpoint.input as Schema,
    { place, community, today: house.clock.today(), now: house.clock.now().toISOString(), id },
    all,
  ) as Record<string, unknown>
const askedOf = (endpoint: Endpoint, place: string, id: string, all: boolean) => ({
  ...inputFor(endpoint, place, town, id, all),
  ...besides[endpoint.name],
})

async function ask(endpoint: Endpoint, input: Record<string, unknown>, { caller }: Pick<Reader, 'caller'>) {
  const [method, path] = endpoint.at.split(' ') as ['GET' | 'POST', string]
  const rest = { ...input }
  const url = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value ?? ''))
  })
  asked++
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)] as [string, string]))
  return house.app.inject({
    method,
    url: `/api${url}${method === 'GET' && query.size > 0 ? `?${query}` : ''}`,
    remoteAddress: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
    headers: {
      ...caller.headers,
      ...(endpoint.writes ? { 'command-id': newId(), 'command-at': house.clock.now().toISOString() } : {}),
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    },
    ...(method === 'POST' ? { payload: JSON.stringify(rest) } : {}),
  })
}

/** Every command that fits is given by somebody of each role below, so that every subject has rows with their names. */
async function fill(): Promise<void> {
  const done = new Set<string>()
  for (const role of Object.keys(roles) as Role[]) {
    if (['city', 'province', 'nation'].includes(roles[role].level)) continue
    const place = home[roles[role].level] ?? ''
    const caller = await someone(role, place)
    for (const endpoint of endpoints.filter(
      ({ name, writes }) => writes && access[name]?.[role] && !/^(session|demo)\.|^staff\.(switch|end-|reset)/.test(name),
    ))
      for (const all of [false, true]) {
        const reply = await ask(endpoint, inputFor(endpoint, place, town, newId(), all), { caller })
        if (reply.statusCode < 300) done.add(endpoint.name)
      }
  }
  const { document, pack } = await givenPapers(house, { someone, nextName }, town)
  besides = {
    'documents.get': { document },
    'documents.reached': { document },
    'documents.pack': { pack },
    'plan.what-if': { facts: 'county.risk=high', rules: 'precision-2020@2020-05-01' },
  }
  const phone = (text: string) => sealDutyPhone(house.fields, text)
  for (const [place, post, tail] of [
    [town, 'lead', '01'],
    [town, 'secretary', '02'],
    ['410105001', 'secretary', '03'],
    ['410105', 'secretary', '04'],
  ] as const)
    await house.owner
      .insertInto('team_member')
      .values({
        id: newId(),
        place,
        post,
        name: nextName(),
        duty: '',
        valid_from: '2026-01-01',
        deputy: nextName(),
        ...phone(`19711110${tail}0`),
      })
      .execute()
  const director = await someone('community-director', town)
  const { add, get, acts } = registerVerbs(partyDuty)
  const fields = { party: 'place', holder: nextName(), duty: ownDuty }
  const { id: duty } = await callKind(director, add, { id: newId(), place: town, v: 1, fields })
  const { last_at } = await callKind(director, get, { id: duty })
  await callKind(director, acts.sign, { id: duty, last_at, signer: nextName(), day: '2026-11-01' })
  const inspection = newId()
  await sql`insert into inspection (id, place, kind, day, checklist, answers, note, by_place, by_account, at) values
    (${inspection}, ${town}, 'self-check', '2026-11-16', 'four-times', '{}', '', ${town}, ${director.account}, now())`.execute(
    house.owner,
  )
  await sql`insert into finding (id, place, inspection, words, owner, due_on, agreed_on, state) values
    (${newId()}, ${town}, ${inspection}, '门没关', ${nextName()}, '2026-11-30', '2026-11-30', 'open')`.execute(house.owner)
  expect([...done]).toEqual(expect.arrayContaining(['reports.file-demand', 'documents.party-duty.add', 'people.add']))
}

// A commanded row may call somebody by the code of a place, which everybody may read.
const isCode = (text: string) => /^\d{2,12}$/.test(text) && !/^1\d{10}$/.test(text)

async function listKnown(): Promise<Known[]> {
  const open = (cipher: string | null) => (cipher === null ? [] : [house.fields.open('phone', cipher)])
  const accounts = await house.owner.selectFrom('account').select(['name', 'place', 'phone_cipher']).execute()
  const members = await house.owner.selectFrom('team_member').select(['name', 'deputy', 'place', 'phone_cipher']).execute()
  const duties = await sql<{ holder: string; signed_by: string | null; place: string }>`select title as holder,
    standing -> 'signed' ->> 'by' as signed_by, community as place from kind_thing
    where kind = ${partyDuty.name} and standing -> 'values' ->> 'duty' = ${ownDuty}`.execute(house.owner)
  const findings = await house.owner.selectFrom('finding').select(['owner', 'place']).execute()
  const plans = await sql<{
    responsible: string
    place: string
  }>`select v -> 'values' ->> 'responsible' as responsible, community as place
    from kind_document, jsonb_array_elements(standing -> 'versions') v where kind = ${contingency.name}`.execute(house.owner)
  const residents = await house.owner.selectFrom('person').select(['name', 'community', 'phone_cipher']).execute()
  const texts = (...all: (string | null)[]) =>
    all.filter((text): text is string => text !== null && text.length >= 3 && !isCode(text))
  return [
    ...accounts.map((one): Known => ({ kind: 'staff', place: one.place, texts: texts(one.name, ...open(one.phone_cipher)) })),
    ...members.map(
      (one): Known => ({ kind: 'staff', place: one.place, texts: texts(one.name, one.deputy, ...open(one.phone_cipher)) }),
    ),
    ...duties.rows.map((one): Known => ({ kind: 'staff', place: one.place, texts: texts(one.holder, one.signed_by) })),
    ...plans.rows.map((one): Known => ({ kind: 'staff', place: one.place, texts: texts(one.responsible) })),
    ...findings.map((one): Known => ({ kind: 'staff', place: one.place, texts: texts(one.owner) })),
    ...residents.map(
      (one): Known => ({ kind: 'resident', place: one.community, texts: texts(one.name, ...open(one.phone_cipher)) }),
    ),
  ]
}

/** Some ids of every table, so that readings of one thing are asked about things that are there. */
async function listIds(most: number): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' order by 1`.execute(house.owner)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(name)} order by id desc limit ${most}`.execute(
      house.owner,
    )
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

/** Whose names a reader may see: the own place's; within the county also those above and below in it. Above the county nobody else's. */
function isOwn({ place }: Pick<Reader, 'place'>, known: Known): boolean {
  if (known.place === place) return true
  if (place.length < 6) return false
  const county = place.slice(0, 6)
  return isWithin(known.place, place) || (known.kind === 'staff' && isWithin(known.place, county) && isWithin(place, known.place))
}

/** The texts that stand in a body; looked up piece by piece, since there are thousands. */
function findTexts(body: string, texts: ReadonlySet<string>): string[] {
  const found: string[] = []
  for (const length of new Set([...texts].map((text) => text.length)))
    for (let at = 0; at + length <= body.length; at++) {
      const piece = body.slice(at, at + length)
      if (texts.has(piece)) found.push(piece)
    }
  return found
}

async function findNames(
  reader: Reader,
  places: readonly string[],
  things: readonly string[],
  wants: (endpoint: Endpoint) => boolean = () => true,
): Promise<{ faults: string[]; read: Set<string> }> {
  const foreign = new Set(people.filter((one) => !isOwn(reader, one)).flatMap(({ texts }) => texts))
  for (const one of people) if (isOwn(reader, one)) for (const text of one.texts) foreign.delete(text)
  const faults = new Set<string>()
  const read = new Set<string>()
  const seen = new Set<string>()
  const done = new Set<string>()
  for (const endpoint of endpoints.filter((one) => !one.writes && access[one.name]?.[reader.role] && wants(one))) {
    const named = idFieldsOf(endpoint).length > 0 ? things : [newId()]
    for (const place of places)
      for (const id of named)
        for (const all of named.length > 1 ? [false] : [false, true]) {
          const input = askedOf(endpoint, place, id, all)
          const same = `${endpoint.name} ${JSON.stringify(input)}`
          if (done.has(same)) continue
          done.add(same)
          const { body, statusCode } = await ask(endpoint, input, reader)
          if (statusCode >= 300 || seen.has(body)) continue
          seen.add(body)
          read.add(endpoint.name)
          for (const text of findTexts(body, foreign))
            faults.add(`${reader.role} at ${reader.place || 'nation'}: ${endpoint.name} tells ${text}`)
        }
  }
  return { faults: [...faults], read }
}

test('no reading verb of a role above the county names anybody below or tells their phone', async () => {
  const faults: string[] = []
  const read = new Set<string>()
  for (const reader of above) {
    const found = await findNames(reader, [...new Set([reader.place, '410105', town])], ids)
    faults.push(...found.faults)
    for (const name of found.read) read.add(name)
  }
  expect(faults).toEqual([])
  // The walk really read: what it could not reach would prove nothing.
  const readings = endpoints.filter(({ name, writes }) => !writes && above.some(({ role }) => access[name]?.[role]))
  expect(readings.map(({ name }) => name).filter((name) => !read.has(name))).toEqual([])
}, 240_000)

test('nobody beside, in another community, street or county, is told the names or phones of those here', async () => {
  const faults: string[] = []
  const one = await listIds(1)
  const walked = new Set<string>()
  for (const reader of sideways) {
    const named = (endpoint: Endpoint) => idFieldsOf(endpoint).length > 0
    faults.push(...(await findNames(reader, [reader.place, town], [newId()], (endpoint) => !named(endpoint))).faults)
    // Of things by their id each verb is walked by one role of each level.
    const { level } = roles[reader.role]
    const fresh = endpoints.filter((endpoint) => named(endpoint) && access[endpoint.name]?.[reader.role])
    const wanted = new Set(fresh.filter(({ name }) => !walked.has(`${level} ${name}`)))
    for (const { name } of wanted) walked.add(`${level} ${name}`)
    faults.push(...(await findNames(reader, [reader.place], one, (endpoint) => wanted.has(endpoint))).faults)
  }
  expect(faults).toEqual([])
}, 240_000)
