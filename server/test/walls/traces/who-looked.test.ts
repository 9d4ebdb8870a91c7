// Whoever sees people leaves a line that those who were seen can be told of; whoever is refused leaves one as well.
import { listLooks } from '@wangdi/domain/people/looks/looks.api.ts'
import { addPerson, getPerson, searchPeople, unmaskPerson } from '@wangdi/domain/people/people.api.ts'
import { readBuilding, readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import { readTraces } from '@wangdi/domain/rights/traces/traces.api.ts'
import { readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../../src/platform/db.ts'
import { leaveTrace, mostNamed } from '../../../src/platform/traces/trace.ts'
import { givenDwelling, givenPerson } from '../../given/people.ts'
import { type Caller, type House, startHouse } from '../../house.ts'
import { community, county, givenSeen, name, today } from './given-seen.ts'

let house: House
let director: Caller
let worker: Caller
let person: string
let dwelling: string
let building: string
beforeAll(async () => {
  house = await startHouse({ day: today })
  ;({ director, worker, person, dwelling, building } = await givenSeen(house))
}, 60_000)
afterAll(() => house.close())

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
  expect(asked.accounts.rows.find(({ account }) => account === reader.account)).toMatchObject({
    ...{
      name: '宋磊',
      role: 'community-worker',
      place: community,
      place_name: '体育社区居民居委会',
      lines: 4,
      seen: 3,
      refused: 1,
    },
  })
  expect(asked.lines.rows.map(({ verb, refused }) => [verb, refused])).toEqual([
    ['rights.traces', 'access.refused'],
    ['people.get', null],
    ['people.search', null],
    ['session.sign-in', null],
  ])
  expect(asked.lines.rows.map(({ why, times }) => [why?.zh, times])).toEqual([
    ['岗位办不了', null],
    [undefined, null],
    [undefined, null],
    [undefined, null],
  ])
  expect(JSON.stringify(asked)).not.toMatch(new RegExp(`${name}|${person}|4616`))
  await expect(auditor.call(readTraces, { place: county, from: '2026-01-01' })).rejects.toMatchObject({ code: 'request.invalid' })
})

test('of many accounts an auditor sees a page after the other, and those alone who were refused, most refused first', async () => {
  const often = await house.as('volunteer', community, '常被拒')
  for (let n = 0; n < 30; n++) await often.call(searchPeople, { place: community }).catch(() => undefined)
  const auditor = await house.as('auditor', county)
  const all = await auditor.call(readTraces, { place: county, size: 200 })
  expect(all.accounts.total).toBe(all.accounts.rows.length)
  const pages: (string | null)[] = []
  for (let page = 0; pages.length < all.accounts.total; page++) {
    const { rows, total } = (await auditor.call(readTraces, { place: county, size: 2, accounts_page: page })).accounts
    expect([rows.length > 0, total]).toEqual([true, all.accounts.total])
    pages.push(...rows.map(({ account }) => account))
  }
  expect(new Set(pages).size).toBe(all.accounts.total)
  const { rows, total } = (await auditor.call(readTraces, { place: county, refused: true })).accounts
  expect(total).toBe(all.accounts.rows.filter(({ refused }) => refused > 0).length)
  expect(rows[0]).toMatchObject({ account: often.account, refused: 20, seen: 0 })
  expect(rows.map(({ refused }) => refused)).toEqual(rows.map(({ refused }) => refused).toSorted((one, other) => other - one))
  expect(rows.every(({ refused }) => refused > 0)).toBe(true)
})

test('what is refused again and again fills no disk: twenty lines an hour, then one each time the number has doubled', async () => {
  const volunteer = await house.as('volunteer', community, '罗志愿')
  for (let n = 0; n < 45; n++)
    await expect(volunteer.call(searchPeople, { place: community })).rejects.toMatchObject({ code: 'access.refused' })
  await expect(volunteer.call(getPerson, { id: person })).rejects.toMatchObject({ code: 'access.refused' })
  const auditor = await house.as('auditor', county)
  const { lines } = await auditor.call(readTraces, { place: county, account: volunteer.account })
  const told = lines.rows.filter(({ refused }) => refused).map(({ verb, times }) => [verb, times])
  expect(told).toEqual([
    ['people.get', null],
    ['people.search', 40],
    ...Array.from({ length: 20 }, () => ['people.search', null]),
  ])
})

test('refusals are counted by account, verb and reason: what is repeated of one hides no other', async () => {
  const elsewhere = '410105001001'
  const stranger = await house.as('community-worker', elsewhere)
  const neighbour = await house.as('community-worker', elsewhere)
  const withoutPhone = await givenPerson(house, elsewhere, '没电话的人', { dwelling: await givenDwelling(house, elsewhere) })
  const unmask = (caller: Caller, id: string) =>
    caller.call(unmaskPerson, { id, field: 'phone', reason: 'call' }).catch(({ code }: { code: string }) => code)
  for (let n = 0; n < 25; n++) expect(await unmask(stranger, person)).toBe('access.not-found')
  expect(await unmask(stranger, withoutPhone)).toBe('people.nothing-to-show')
  expect(await unmask(neighbour, person)).toBe('access.not-found')
  const codesOf = async ({ account }: Caller) => (await linesOf(account)).map(({ targets }) => targets)
  const of = (refused: string) => ({ refused })
  expect(await codesOf(stranger)).toEqual([
    ...Array.from({ length: 20 }, () => of('access.not-found')),
    of('people.nothing-to-show'),
  ])
  expect(await codesOf(neighbour)).toEqual([of('access.not-found')])
})

test('a reading that shows more people than are named one by one names their community', async () => {
  const account = worker.account
  const many = Array.from({ length: mostNamed + 1 }, () => newId())
  await leave(community, many)
  const line = (await linesOf(account)).at(-1)
  expect(line).toMatchObject({ targets: { seen: String(mostNamed + 1) }, seen: [`00000000-0000-0000-0000-${community}`] })
  const other = await givenPerson(house, community, '又一个人')
  expect((await director.call(listLooks, { id: other })).rows).toMatchObject([{ account, verb: 'sync.snapshot' }])
})

test('a reading of a larger place names everybody, however many', async () => {
  const many = Array.from({ length: mostNamed + 1 }, () => newId())
  await leave(county, many)
  expect((await linesOf(worker.account)).at(-1)?.seen.toSorted()).toEqual(many.toSorted())
})

async function leave(place: string, seen: string[]): Promise<void> {
  const scope = { county, area: place, place, health: false }
  const line = { actor: worker, verb: 'sync.snapshot', targets: {}, place, at: house.clock.now(), seen }
  await inTransaction(house.db, scope, (db) => leaveTrace(db, line))
}
