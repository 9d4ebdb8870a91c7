// An import is taken back over HTTP: what it made goes, what it filled in is again what it was, until something else stands on it.
import { recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { importArrivals, importElders, importResidents, listImports, type RosterFile } from '@wangdi/domain/people/import.api.ts'
import { addPerson, correctPerson, getPerson, searchPeople } from '@wangdi/domain/people/people.api.ts'
import { listPile, settleWords, unsettleWords } from '@wangdi/domain/people/pile/pile.api.ts'
import { undoImport, weighUndoing } from '@wangdi/domain/people/undo/undo.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openResponseFor } from '../../../regimes/given.ts'
import { atOnce } from '../../../../test/races/at-once.ts'
import { givenStay } from '../../../../test/given/observation.ts'
import { type Caller, type House, Refused, startHouse } from '../../../../test/house.ts'
import { numberOf } from '../../../../test/roster-kinds/make-files.ts'

const place = '410105001003'
const reason = '传错社区的表了'
let house: House
let worker: Caller
let director: Caller

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-20' })
  worker = await house.as('community-worker', place, '张敏')
  director = await house.as('community-director', place, '周敏')
  await openResponseFor(house, '410105', { from: '2026-11-10', until: '2026-12-10' })
})
afterAll(() => house.close())
beforeEach(async () => {
  await sql`truncate person, person_gram, arrival, dwelling, building, estate, import_run, roster_heads cascade`.execute(
    house.owner,
  )
})

async function send(lines: string): Promise<string> {
  const headers = { ...worker.headers, 'content-type': 'application/octet-stream' }
  const sent = await fetch(`${house.url}/api/people/roster-files`, {
    method: 'POST',
    headers,
    body: new Uint8Array(Buffer.from(lines)),
  })
  return ((await sent.json()) as RosterFile).file
}
const kinds = { residents: importResidents, elders: importElders, arrivals: importArrivals } as const
const bringIn = async (kind: keyof typeof kinds, lines: string, columns?: { column: number; field: 'name' | 'remark' }[]) =>
  worker.call(kinds[kind], { id: newId(), place, file: await send(lines), ...(columns ? { columns, head_row: 1 } : {}) })
const undo = (id: string, who = worker) => who.call(undoImport, { id, reason })
const tables = [
  'person',
  'person_gram',
  'person_mark',
  'person_pile',
  'arrival',
  'health_fact',
  'dwelling',
  'building',
  'estate',
  'import_trace',
  'roster_heads',
] as const
async function left(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(house.owner)
    if (rows[0]?.n) counts[table] = rows[0].n
  }
  return counts
}
const whole = (id: string) =>
  sql<Record<string, unknown>>`select p.*, null as version, p.changed_at::text as changed_at from person p where id = ${id}`
    .execute(house.owner)
    .then(({ rows }) => rows[0])
const standsOn = async (id: string) =>
  Object.fromEntries(Object.entries((await worker.call(weighUndoing, { id })).stands).filter(([, n]) => n > 0))
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refused) return error.code
      throw error
    },
  )
const personNamed = async (name: string) => {
  const { rows } = await worker.call(searchPeople, { place, text: name })
  return rows[0]?.id ?? ''
}

const residents = [
  '姓名,身份证号,小区,楼栋,单元,房号,健康状况,重点人群,电话,备注',
  `赵一平,${numberOf('1980-01-01', 23)},紫荆花园,1号楼,1单元,101,良好,残疾人,13800001111,`,
  `钱二妹,${numberOf('1980-01-01', 24)},紫荆花园,1号楼,1单元,102,高血压（无）,,,`,
  '',
].join('\n')

test('residents: people, marks, doors with building and estate, search words and open questions go; the record of the run stays', async () => {
  const made = await bringIn('residents', residents)
  expect(await left()).toMatchObject({ person: 2, dwelling: 2, building: 1, estate: 1, person_mark: 1, person_pile: 1 })
  const { goes, stands, never } = await worker.call(weighUndoing, { id: made.id })
  expect(goes).toEqual({
    ...{ people: 2, doors: 2, marks: 1, arrivals: 0, health_facts: 0, to_settle: 1, heads: 0 },
    ...{ filled_people: 0, filled_doors: 0 },
  })
  expect([Object.values(stands).every((n) => n === 0), never]).toEqual([true, null])
  const ids = await sql<{
    id: string
  }>`select id from person union select id from dwelling union select id from person_mark`.execute(house.owner)
  expect(await undo(made.id)).toEqual({ id: made.id, goes })
  expect(await left()).toEqual({})
  expect((await worker.call(searchPeople, { place, text: '赵一平' })).total).toBe(0)
  const { rows } = await worker.call(listImports, { place })
  expect(rows).toEqual([
    expect.objectContaining({ id: made.id, people_added: 2, undone: expect.objectContaining({ by: '张敏', why: reason }) }),
  ])
  // Phones are told of each row, and the trail names who did it to which run.
  for (const { id } of ids.rows) {
    const told = await sql`select from change where id = ${id} group by xid`.execute(house.owner)
    expect(told.rows).toHaveLength(2)
  }
  const { rows: trail } = await sql<{ account: string; targets: unknown }>`select account, targets from audit_line
    where verb = 'people.undo-import'`.execute(house.owner)
  expect(trail).toEqual([{ account: worker.account, targets: expect.objectContaining({ run: made.id }) }])
  expect(await refusal(undo(made.id))).toBe('people.import-undone')
  expect(await bringIn('residents', residents)).toMatchObject({ people_added: 2, dwellings_added: 2 })
})

test('who was held before stands as before, also after a second import filled the rest and was taken back', async () => {
  await worker.call(addPerson, { id: newId(), community: place, name: '孙三立', document: numberOf('1980-01-01', 27) })
  const id = await personNamed('孙三立')
  const before = await whole(id)
  const row = (more: string) => `姓名,身份证号,楼栋,单元,房号,电话,与户主关系\n孙三立,${numberOf('1980-01-01', 27)},${more}\n`
  const first = await bringIn('residents', row('1号楼,1单元,101,,户主'))
  const between = await whole(id)
  expect(between).not.toEqual(before)
  const second = await bringIn('residents', row('1号楼,1单元,101,13800002222,'))
  expect(await standsOn(first.id)).toMatchObject({ corrections: 1, imports: 1 })
  expect(await refusal(undo(first.id))).toBe('people.import-stood-on')
  expect((await undo(second.id)).goes).toMatchObject({ people: 0, doors: 0, filled_people: 1 })
  expect(await whole(id)).toEqual(between)
  await undo(first.id)
  expect(await whole(id)).toEqual(before)
  expect(await left()).toMatchObject({ person: 1 })
})

test('what was filled in and then corrected by a person stays, and is said', async () => {
  await worker.call(addPerson, { id: newId(), community: place, name: '孙三立', document: numberOf('1980-01-01', 27) })
  const id = await personNamed('孙三立')
  const made = await bringIn('residents', `姓名,身份证号,电话\n孙三立,${numberOf('1980-01-01', 27)},13800002222\n`)
  const { version } = await worker.call(getPerson, { id })
  await worker.call(correctPerson, { id, version, name: '孙三立', phone: '13800003333' })
  await expect(undo(made.id)).rejects.toMatchObject({
    code: 'people.import-stood-on',
    problem: { facts: { total: 1, zh: '更正 1', en: 'corrections: 1' } },
  })
})

test('elders: facts of a survey go, about people held before as well; a doctor’s word on them stands in the way', async () => {
  await worker.call(addPerson, {
    id: newId(),
    community: place,
    name: '吴秀英',
    born: '1940-05-05',
    document: numberOf('1940-05-05', 24),
  })
  const id = await personNamed('吴秀英')
  const before = await whole(id)
  const survey = `姓名,身份证号,基础病,接种剂次\n吴秀英,${numberOf('1940-05-05', 24)},糖尿病,2\n郑有田,${numberOf('1941-05-05', 23)},无,3\n`
  const made = await bringIn('elders', survey)
  expect(made.rejected).toEqual([])
  expect((await worker.call(weighUndoing, { id: made.id })).goes).toMatchObject({ people: 1, health_facts: 2 })
  await undo(made.id)
  expect(await left()).toEqual({ person: 1, person_gram: expect.any(Number) })
  expect(await whole(id)).toEqual(before)
  const again = await bringIn('elders', survey)
  await sql`insert into colour_decision (county, id, community, person, colour, by_account, at)
    values ('410105', ${newId()}, ${place}, ${id}, 'red', ${worker.account}, now() + interval '1 second')`.execute(house.owner)
  expect(await standsOn(again.id)).toEqual({ records: 1 })
  expect(await refusal(undo(again.id))).toBe('people.import-stood-on')
})

test('arrivals: stays declared go with those who are known by them alone; an observation stands in the way', async () => {
  const register = `姓名,身份证号,返回日期,来源地,楼栋,单元,房号\n冯远,${numberOf('1990-02-02', 23)},2026-11-15,上海市,2号楼,1单元,201\n`
  const made = await bringIn('arrivals', register)
  expect((await worker.call(weighUndoing, { id: made.id })).goes).toMatchObject({ people: 1, arrivals: 1, doors: 1 })
  await undo(made.id)
  expect(await left()).toEqual({})
  const again = await bringIn('arrivals', register)
  await givenStay(house, place, await personNamed('冯远'), '2026-11-17')
  expect(await standsOn(again.id)).toMatchObject({ records: expect.any(Number) })
  expect(await refusal(undo(again.id))).toBe('people.import-stood-on')
})

test('a visit at one of its doors, and a pile decision until it is taken back, stand in the way', async () => {
  const made = await bringIn('residents', residents)
  const { rows } = await worker.call(listPile, { place })
  await worker.call(settleWords, { id: rows[0]?.id ?? '' })
  expect(await standsOn(made.id)).toEqual({ decisions: 1 })
  expect(await refusal(undo(made.id))).toBe('people.import-stood-on')
  await worker.call(unsettleWords, { id: rows[0]?.id ?? '' })
  expect(await standsOn(made.id)).toEqual({})
  const person = await personNamed('赵一平')
  const { rows: doors } = await sql<{ dwelling: string }>`select dwelling from person where id = ${person}`.execute(house.owner)
  await worker.call(recordVisit, { id: newId(), dwelling: doors[0]?.dwelling ?? '', result: 'met', met: [person] })
  expect(await standsOn(made.id)).toEqual({ visits: 1 })
  expect(await refusal(undo(made.id))).toBe('people.import-stood-on')
  expect(await left()).toMatchObject({ person: 2, dwelling: 2 })
})

test('whoever was moved to one of its doors and away again stands in the way: that they stood there is kept', async () => {
  await bringIn('residents', '姓名,小区,楼栋,单元,房号\n周三平,石榴园,5号楼,1单元,501\n')
  const id = await personNamed('周三平')
  const { rows: old } = await sql<{ id: string }>`select id from dwelling`.execute(house.owner)
  const made = await bringIn('residents', residents)
  const { rows: doors } = await sql<{ id: string }>`select id from dwelling where id <> ${old[0]?.id ?? ''}`.execute(house.owner)
  expect(doors).toHaveLength(2)
  for (const dwelling of [doors[0]?.id ?? '', old[0]?.id ?? '']) {
    const { version } = await worker.call(getPerson, { id })
    await worker.call(correctPerson, { id, version, name: '周三平', dwelling })
  }
  expect(await standsOn(made.id)).toEqual({ corrections: 2 })
  expect(await refusal(undo(made.id))).toBe('people.import-stood-on')
  expect(await left()).toMatchObject({ person: 3, dwelling: 3 })
})

test('named heads are forgotten with the run that named them', async () => {
  const made = await bringIn('residents', '称呼,说明\n赵一平,租住\n', [
    { column: 0, field: 'name' },
    { column: 1, field: 'remark' },
  ])
  expect(await left()).toMatchObject({ roster_heads: 1, person: 1 })
  await undo(made.id)
  expect(await left()).toEqual({})
})

test('of two who take one import back at once one does, and the other is told', async () => {
  const made = await bringIn('residents', residents)
  const codes = await atOnce(house, 'person_pile', [() => undo(made.id), () => undo(made.id, director)])
  expect(codes.toSorted()).toEqual(['done', 'people.import-undone'])
  expect(await left()).toEqual({})
})

test('an import of another community or county is not there to be taken back; one that kept nothing of itself stays', async () => {
  const made = await bringIn('residents', residents)
  for (const [role, at] of [
    ['community-worker', '410105001002'],
    ['county-civil-affairs', '410122'],
  ] as const) {
    const stranger = await house.as(role, at)
    expect(await refusal(undo(made.id, stranger))).toMatch(/not-found|refused/)
    expect(await refusal(stranger.call(weighUndoing, { id: made.id }))).toMatch(/not-found|refused/)
  }
  // As after the destruction of what a response left.
  await sql`delete from import_trace`.execute(house.owner)
  expect(await refusal(undo(made.id))).toBe('people.import-untraced')
  await sql`update import_run set traced = false`.execute(house.owner)
  expect(await refusal(undo(made.id))).toBe('people.import-untraced')
  expect(await left()).toMatchObject({ person: 2 })
})
