// Whoever sees people leaves a line that those who were seen can be told of; whoever is refused leaves one as well.
import { access } from '@wangdi/domain/access/access.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { listLooks } from '@wangdi/domain/people/looks/looks.api.ts'
import { addPerson, getPerson, searchPeople, unmaskPerson } from '@wangdi/domain/people/people.api.ts'
import { readBuilding, readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import { readTraces } from '@wangdi/domain/rights/traces/traces.api.ts'
import { readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { decideObservation } from '@wangdi/domain/observation/observation.api.ts'
import { issueResidenceProof } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { served } from '../../src/app.ts'
import { inTransaction } from '../../src/platform/db.ts'
import { leaveTrace, mostNamed } from '../../src/platform/trace.ts'
import { openResponseFor } from '../../src/regimes/given.ts'
import { fitting, type Schema } from '../every-input.ts'
import { givenReading } from '../given/observation.ts'
import { givenDwelling, givenGrid, givenPerson } from '../given/people.ts'
import { type Caller, type House, Refused, startHouse } from '../house.ts'

const community = '410105001003'
const county = '410105'
const today = '2026-11-17'
const name = '司徒见明'
const number = '410199199108104616'
let house: House
let director: Caller
let worker: Caller
let person: string
let dwelling: string
let building: string
/** Ids by which a verb may be asked about the person. */
const known = new Map<string, string>()

beforeAll(async () => {
  house = await startHouse({ day: today })
  await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  director = await house.as('community-director', community, '周敏')
  worker = await house.as('grid-worker', community, '马晓燕')
  dwelling = await givenDwelling(house, community)
  await givenGrid(house, community, [dwelling], worker.account)
  person = await givenPerson(house, community, name, { dwelling, document: number, phone: '19900004321', born: '1940-05-01' })
  const found = await sql<{ building: string }>`select building from dwelling where id = ${dwelling}`.execute(house.owner)
  building = found.rows[0]?.building ?? ''
  await givenRecords()
  for (const [kind, id] of Object.entries({ person, dwelling, building })) known.set(kind, id)
}, 60_000)
afterAll(() => house.close())

/** What verbs show of the person: a stay with a high reading, an arrival, marks, health, a visit, a request, a proof, a round. */
async function givenRecords(): Promise<void> {
  const id = () => newId()
  const [stay, arrival, round, request, proof] = [id(), id(), id(), id(), id()]
  for (const [kind, made] of Object.entries({ stay, arrival, round, request, proof })) known.set(kind, made)
  const health = await house.as('county-health', county)
  const notice = { finding: '次密接', measure: '居家隔离', rights: '可以复议', contact: '19900000001' }
  const order = { day_zero: '2026-11-15', known: {}, number: stay, issuer: '区疾控', basis: '流调认定', notice }
  await health.call(decideObservation, { id: stay, person, kind: 'secondary-contact', ...order })
  await givenReading(house, community, stay, '2026-11-16', 'morning', '38.5', worker.account)
  await sql`insert into arrival (county, id, community, person, dwelling, origin, arrived_on)
    values (${county}, ${arrival}, ${community}, ${person}, ${dwelling}, '武汉', '2026-11-15')`.execute(house.owner)
  await sql`insert into person_mark (county, id, community, person, kind, since, review_on)
    values (${county}, ${id()}, ${community}, ${person}, 'disabled', '2026-01-01', '2026-11-01')`.execute(house.owner)
  await sql`insert into health_fact (county, id, community, person, stated_on, source, disease, by_account)
    values (${county}, ${id()}, ${community}, ${person}, '2026-11-01', 'visit', 'unstable', ${worker.account})`.execute(
    house.owner,
  )
  await sql`insert into round (county, id, community, kind, name, denominator, valid_from, opened_by)
    values (${county}, ${round}, ${community}, 'visit', '走访', 'key-persons', '2026-11-10', ${worker.account})`.execute(
    house.owner,
  )
  await sql`insert into visit (county, id, community, dwelling, at, day, by_account, result, note)
    values (${county}, ${id()}, ${community}, ${dwelling}, '2026-11-16T02:00:00Z', '2026-11-16', ${worker.account}, 'met', ${`${name}说的`})`.execute(
    house.owner,
  )
  const who = { name, phone: '19900004321', relation: 'self' as const, shown: '身份证', person }
  const said = { kind: 'property-rights' as const, against: community, way: 'desk' as const, matter: '电动车被锁', details: {} }
  await director.call(takeRequest, { id: request, ...said, who })
  await director.call(issueResidenceProof, { id: proof, person, asked_by: '学校' })
}

interface Line {
  id: string
  verb: string
  targets: Record<string, string>
  text: string
  seen: string[]
}
const linesOf = async (account: string): Promise<Line[]> =>
  (
    await sql<Line>`select l.id, l.verb, l.targets, l::text as text,
      array(select s.subject::text from audit_seen s where s.scope = l.scope and s.line = l.id) as seen
      from audit_line l where l.account = ${account} and l.verb not like 'session.%' order by l.at, l.id`.execute(house.owner)
  ).rows

const hasFields = (endpoint: Endpoint) => JSON.stringify(endpoint.input).includes('"uuid"')

/** Inputs of a reading verb: as its contract wants it, once for each thing that its ids may mean. */
function inputsOf(endpoint: Endpoint, place: string): Record<string, unknown>[] {
  const now = house.clock.now().toISOString()
  const ids = hasFields(endpoint) ? [...known.values()] : [person]
  return ids.map((id) => {
    const filling = { place, community, today, now, id }
    const input = fitting(endpoint.input as Schema, filling) as Record<string, unknown>
    return { ...input, ...('size' in ((endpoint.input as Schema).properties ?? {}) ? { size: 50 } : {}) }
  })
}

test('every reading that shows a resident names the resident, the door or the building in a line of its own', async () => {
  const places: Record<string, string> = { community, street: '410105001', county }
  const shown = new Set<string>()
  const faults: string[] = []
  for (const role of Object.keys(roles) as Role[]) {
    const place = places[roles[role].level]
    if (place === undefined) continue
    const caller = await house.as(role, place)
    for (const { endpoint } of served) {
      if (endpoint.writes || !access[endpoint.name]?.[role] || endpoint.name === 'people.preview-import') continue
      for (const input of inputsOf(endpoint, place)) {
        const before = (await linesOf(caller.account)).length
        let body: string
        try {
          body = JSON.stringify(await caller.call(endpoint, input))
        } catch (error) {
          if (error instanceof Refused) continue
          throw error
        }
        if (![person, name, '司徒', '4616', '4321'].some((text) => body.includes(text))) continue
        shown.add(endpoint.name)
        const line = (await linesOf(caller.account)).slice(before).find(({ verb }) => verb === endpoint.name)
        const named = line?.seen.some((id) => [person, dwelling, building].includes(id))
        if (!named && !line?.targets['request']) faults.push(`${role} ${endpoint.name}`)
      }
    }
  }
  expect(faults).toEqual([])
  expect([...shown]).toEqual(
    expect.arrayContaining([
      'people.search',
      'people.get',
      'people.list-arrivals',
      'health.tier-list',
      'observation.list',
      'observation.get',
      'observation.alerts',
      'plan.household',
      'rounds.told',
      'requests.get',
      'sync.snapshot',
    ]),
  )
  const { rows } = await sql<{ text: string }>`select l::text as text from audit_line l`.execute(house.owner)
  expect(rows.filter(({ text }) => new RegExp(`${name}|司徒|${number}|19900004321|电动车`).test(text))).toEqual([])
}, 240_000)

test('a verb that a role may not do, and one about something out of reach, leave a line with the code and nothing else', async () => {
  const volunteer = await house.as('volunteer', community)
  await expect(volunteer.call(searchPeople, { place: community })).rejects.toMatchObject({ code: 'access.refused' })
  expect((await linesOf(volunteer.account)).map(({ verb, targets, seen }) => ({ verb, targets, seen }))).toEqual([
    { verb: 'people.search', targets: { refused: 'access.refused' }, seen: [] },
  ])
  const stranger = await house.as('community-worker', '410105001001')
  await expect(stranger.call(unmaskPerson, { id: person, field: 'document', reason: 'verify' })).rejects.toMatchObject({
    code: 'access.not-found',
  })
  const foreign = { id: newId(), community, name: '张三' }
  await expect(stranger.call(addPerson, foreign)).rejects.toMatchObject({ code: 'access.not-found' })
  expect((await linesOf(stranger.account)).map(({ verb, targets }) => [verb, targets])).toEqual([
    ['people.unmask', { refused: 'access.not-found' }],
    ['people.add', { refused: 'access.not-found' }],
  ])
  const { rows } = await sql`select from command where account = ${stranger.account}`.execute(house.owner)
  expect(rows).toHaveLength(0)
})

test('a resident’s page tells who looked, by which way and when; from elsewhere it is not found', async () => {
  const doctor = await house.as('community-doctor', community, '李文静')
  const other = await givenPerson(house, community, '别的人', { dwelling: await givenDwelling(house, community, '9号楼') })
  await doctor.call(searchPeople, { place: community, dwelling })
  await doctor.call(readHousehold, { dwelling })
  await doctor.call(readBuilding, { building })
  await doctor.call(unmaskPerson, { id: person, field: 'phone', reason: 'call' })
  await worker.call(readSnapshot, {})
  const { rows, total } = await director.call(listLooks, { id: person })
  const byDoctor = rows.filter((look) => look.account === doctor.account).map(({ verb }) => verb)
  expect(byDoctor.sort()).toEqual(['people.search', 'people.unmask', 'plan.building-view', 'plan.household'])
  expect(rows.find((look) => look.verb === 'sync.snapshot')).toMatchObject({
    name: '马晓燕',
    role: 'grid-worker',
    words: { zh: '下载网格', en: 'Download the grid' },
  })
  expect(total).toBeGreaterThanOrEqual(rows.length)
  expect((await director.call(listLooks, { id: other })).rows.filter((look) => look.account === doctor.account)).toEqual([])
  expect((await director.call(getPerson, { id: person })).seen_today).toBeGreaterThanOrEqual(2)
  const stranger = await house.as('community-director', '410105001001')
  await expect(stranger.call(listLooks, { id: person })).rejects.toMatchObject({ code: 'access.not-found' })
})

test('an auditor sees by account how much was seen and refused, and what an account did; nothing of a resident', async () => {
  const reader = await house.as('community-worker', community, '宋磊')
  await reader.call(searchPeople, { place: community, dwelling })
  await reader.call(getPerson, { id: person })
  await expect(reader.call(readTraces, { place: county })).rejects.toMatchObject({ code: 'access.refused' })
  const auditor = await house.as('auditor', county, '陈审计')
  const asked = await auditor.call(readTraces, { place: county, account: reader.account })
  expect(asked.accounts.find(({ account }) => account === reader.account)).toMatchObject({
    ...{ name: '宋磊', role: 'community-worker', place: community, lines: 4, seen: 1, refused: 1 },
  })
  expect(asked.lines.rows.map(({ verb, refused }) => [verb, refused])).toEqual([
    ['rights.traces', 'access.refused'],
    ['people.get', null],
    ['people.search', null],
    ['session.sign-in', null],
  ])
  expect(JSON.stringify(asked)).not.toMatch(new RegExp(`${name}|${person}|4616`))
  await expect(auditor.call(readTraces, { place: county, from: '2026-01-01' })).rejects.toMatchObject({ code: 'request.invalid' })
})

test('a reading that shows more people than are named one by one names their community', async () => {
  const scope = { county, area: community, place: community, health: false }
  const account = worker.account
  const many = Array.from({ length: mostNamed + 1 }, () => newId())
  await inTransaction(house.db, scope, (db) =>
    leaveTrace(db, {
      actor: { account },
      verb: 'sync.snapshot',
      targets: {},
      place: community,
      at: house.clock.now(),
      seen: many,
    }),
  )
  const line = (await linesOf(account)).at(-1)
  expect(line).toMatchObject({ targets: { seen: String(mostNamed + 1) }, seen: [`00000000-0000-0000-0000-${community}`] })
  const other = await givenPerson(house, community, '又一个人')
  expect((await director.call(listLooks, { id: other })).rows).toMatchObject([{ account, verb: 'sync.snapshot' }])
})
