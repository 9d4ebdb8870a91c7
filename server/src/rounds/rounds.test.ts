import { addDays, shanghaiDay, shanghaiInstant } from '@wangdi/domain/day.ts'
import { keyGroups } from '@wangdi/domain/people/key-group.ts'
import { setMark } from '@wangdi/domain/people/people.api.ts'
import { readDoorsNotReached } from '@wangdi/domain/plan/building-view.api.ts'
import {
  closeRound,
  listRounds,
  openRound,
  readCoverage,
  readDue,
  readTold,
  readToMeet,
  readVisits,
  recordVisit,
} from '@wangdi/domain/rounds/rounds.api.ts'
import { type LastVisit, resultSaid, type Round, type VisitResult } from '@wangdi/domain/rounds/rounds.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

// Each test has a community of its own: it finds nothing of the others, whichever ran before.
let tixiang: string
let communities = 10
let house: House
let worker: Caller
let director: Caller
let neighbour: Caller
let doors: string[]
let elders: string[]

beforeAll(async () => {
  house = await startHouse()
})
beforeEach(async () => {
  house.clock.set('2026-11-17T10:00:00+08:00')
  communities += 1
  tixiang = `4101050010${communities}`
  worker = await house.as('grid-worker', tixiang, '吴晓彤')
  neighbour = await house.as('grid-worker', tixiang, '马建国')
  director = await house.as('community-director', tixiang)
  doors = []
  for (const room of ['101', '102', '201', '202', '301']) doors.push(await givenDwelling(house, tixiang, '2号楼', '1', room))
  await givenGrid(house, tixiang, doors.slice(0, 4), worker.account, '第3网格')
  await givenGrid(house, tixiang, doors.slice(4), neighbour.account, '第4网格')
  await house.owner
    .updateTable('dwelling')
    .set({ use: 'vacant' })
    .where('id', '=', doors[3] ?? '')
    .execute()
  elders = [
    await givenPerson(house, tixiang, '郑玉梅', { born: '1948-03-01', dwelling: doors[0] ?? '' }),
    await givenPerson(house, tixiang, '吴国强', { born: '1944-05-01', dwelling: doors[0] ?? '' }),
    await givenPerson(house, tixiang, '周桂兰', { born: '1954-05-01', dwelling: doors[1] ?? '' }),
    await givenPerson(house, tixiang, '李青年', { born: '1995-05-01', dwelling: doors[2] ?? '' }),
  ]
})
afterAll(() => house.close())

const round = (more: Partial<Round> = {}): Round => ({
  id: newId(),
  community: tixiang,
  kind: 'survey',
  name: '冬季入户',
  of: 'dwellings',
  groups: [],
  from: '2026-11-10',
  until: '2026-11-25',
  everyDays: null,
  ...more,
})
const visit = (caller: Caller, dwelling: string | undefined, result: VisitResult, more: object = {}, said = {}) =>
  caller.call(recordVisit, { id: newId(), dwelling: dwelling ?? '', result, ...more }, said)

test('a round says who was reached, who was not and why, door by door; vacant doors are outside [R-2020B-14]', async () => {
  const survey = round()
  await director.call(openRound, survey)
  await visit(worker, doors[0], 'met', { round: survey.id })
  await visit(worker, doors[1], 'nobody-home', { round: survey.id })
  const all = await director.call(readCoverage, { id: survey.id })
  expect(all.coverage).toEqual({
    due: 4,
    done: 1,
    exceptions: { 'nobody-home': 1, 'not-convenient': 0, 'moved-away': 0, refused: 0 },
    notReached: 2,
    outside: 1,
  })
  expect(all.lines.rows.map(({ door }) => door)).toEqual(['2号楼1单元201', '2号楼1单元301'])
  expect(all.byGrid.map(({ name, coverage }) => [name, coverage.due, coverage.done])).toEqual([
    ['第3网格', 3, 1],
    ['第4网格', 1, 0],
  ])
  expect(all.byBuilding.map(({ name, coverage }) => [name, coverage.due, coverage.notReached])).toEqual([['2号楼', 4, 2]])
  const away = await director.call(readCoverage, { id: survey.id, standing: 'nobody-home' })
  expect(away.lines.rows).toMatchObject([{ door: '2号楼1单元102', tries: 1, last: { result: 'nobody-home' } }])
  expect((await director.call(readCoverage, { id: survey.id, standing: 'outside' })).lines.total).toBe(1)
  expect((await director.call(listRounds, { community: tixiang, open: true })).rounds[0]?.coverage.done).toBe(1)
  await director.call(closeRound, { id: survey.id, until: '2026-11-16' })
  expect((await director.call(listRounds, { community: tixiang, open: true })).rounds).toEqual([])
})

test('key persons are a denominator of their own, with the persons not met by name [R-2020B-14]', async () => {
  const persons = round({ kind: 'visit', name: '65岁以上', of: 'key-persons', groups: ['elder'] })
  await director.call(openRound, persons)
  await visit(worker, doors[0], 'met', { round: persons.id, met: [elders[0]] })
  await visit(worker, doors[1], 'nobody-home', { round: persons.id })
  const { coverage, lines } = await director.call(readCoverage, { id: persons.id })
  expect(coverage).toMatchObject({ due: 3, done: 1 })
  expect(lines.rows.map(({ person }) => person?.name)).toEqual(['吴国强'])
})

test('a visit keeps whom it reached, whoever moves in or out of the door later [R-2020B-14]', async () => {
  const persons = round({ kind: 'visit', name: '65岁以上', of: 'key-persons', groups: ['elder'] })
  await director.call(openRound, persons)
  await visit(worker, doors[1], 'met') // one lives there: that person is meant
  await visit(worker, doors[0], 'met', { met: [] }) // two live there: nobody in particular
  await givenPerson(house, tixiang, '周小宝', { born: '2026-11-16', dwelling: doors[1] ?? '' })
  await house.owner
    .updateTable('person')
    .set({ left_on: '2026-11-17' })
    .where('id', '=', elders[1] ?? '')
    .execute()
  expect((await director.call(readVisits, { dwelling: doors[1] ?? '' })).rows).toMatchObject([{ met: [elders[2]] }])
  const left = await director.call(readCoverage, { id: persons.id, standing: 'not-met' })
  expect(left.lines.rows.map(({ person }) => person?.name)).toEqual(['郑玉梅'])
  const due = await director.call(readDue, { community: tixiang })
  expect(due.rows.map(({ persons: [first] }) => first?.name)).toEqual(['郑玉梅'])
})

test('whom of a household to reach is told before anybody presses: by rhythm, and by the rounds that are open', async () => {
  const toMeet = async (caller: Caller, dwelling: string | undefined) =>
    (await caller.call(readToMeet, { dwelling: dwelling ?? '' })).persons
  const cousin = await givenPerson(house, tixiang, '吴小龙', { born: '1990-05-01', dwelling: doors[0] ?? '' })
  await director.call(setMark, { id: newId(), person: cousin, kind: 'disabled' })
  await visit(worker, doors[0], 'met', { met: [elders[0]] })
  await visit(worker, doors[0], 'met', { met: [cousin] })
  expect(await toMeet(worker, doors[0])).toEqual([elders[1]])
  house.clock.set('2026-11-18T10:00:00+08:00')
  await director.call(openRound, round({ of: 'key-persons', groups: ['disabled'], from: '2026-11-18' }))
  expect((await toMeet(director, doors[0])).toSorted()).toEqual([elders[1], cousin].toSorted())
  await expect(toMeet(worker, doors[4])).rejects.toMatchObject({ code: 'access.not-found' })
})

test('of many rounds each is found: by pages, and on the page where one stands that a figure names', async () => {
  const made: string[] = []
  for (let week = 0; week < 55; week++) {
    const one = round({
      kind: 'visit',
      of: 'key-persons',
      from: addDays('2026-11-16', -7 * week),
      until: addDays('2026-11-22', -7 * week),
    })
    await director.call(openRound, one)
    made.push(one.id)
  }
  const first = await director.call(listRounds, { community: tixiang })
  expect([first.total, first.page, first.rounds[0]?.id]).toEqual([55, 0, made[0]])
  const oldest = await director.call(listRounds, { community: tixiang, round: made[54] ?? '' })
  expect([oldest.page, oldest.rounds.at(-1)?.id]).toEqual([2, made[54]])
})

test('a grid worker sees and records the doors of the own grid only', async () => {
  const mine = round({ name: '只看本网格' })
  await director.call(openRound, mine)
  expect((await worker.call(readCoverage, { id: mine.id })).coverage.due).toBe(3)
  await expect(visit(worker, doors[4], 'met')).rejects.toMatchObject({ code: 'access.not-found' })
  await expect(worker.call(readVisits, { dwelling: doors[4] ?? '' })).rejects.toMatchObject({ code: 'access.not-found' })
})

test('a visit names only people of its door; a correction may keep whom the first record named', async () => {
  const elsewhere = { code: 'rounds.met-elsewhere' }
  await expect(visit(worker, doors[0], 'met', { met: [elders[2]] })).rejects.toMatchObject(elsewhere)
  await expect(visit(director, doors[0], 'met', { met: [elders[0], newId()] })).rejects.toMatchObject(elsewhere)
  const [before, after] = [
    await givenDwelling(house, tixiang, '9号楼', '1', '101'),
    await givenDwelling(house, tixiang, '9号楼', '1', '102'),
  ]
  const person = await givenPerson(house, tixiang, '钱小满', { born: '1995-05-01', dwelling: before })
  const said = newId()
  await visit(director, before, 'met', { id: said, met: [person] })
  await house.owner.updateTable('person').set({ dwelling: after }).where('id', '=', person).execute()
  await expect(visit(director, before, 'met', { met: [person] })).rejects.toMatchObject(elsewhere)
  await visit(director, before, 'met', { met: [person], note: '补记', replaces: said })
})

test('visits due follow from records, and nobody home is due again at another hour', async () => {
  await visit(worker, doors[1], 'nobody-home')
  house.clock.set('2026-12-20T10:00:00+08:00')
  const due = async () => (await worker.call(readDue, { community: tixiang })).rows.map(({ door, why }) => [door, why])
  expect(await due()).toEqual([
    ['2号楼1单元101', 'rhythm'],
    ['2号楼1单元102', 'again'],
  ])
  await visit(worker, doors[0], 'met', { met: elders.slice(0, 2) })
  expect(await due()).toEqual([['2号楼1单元102', 'again']])
  const { rows } = await director.call(readDue, { community: tixiang })
  expect(rows[0]).toMatchObject({ persons: [{ name: '周桂兰' }], last: { result: 'nobody-home' } })
})

test('a call is said as a call in each list of doors: of a round, of what is due, and on the print of doors without contact', async () => {
  const survey = round()
  await director.call(openRound, survey)
  await visit(worker, doors[1], 'nobody-home', { round: survey.id, entry: 'phone' })
  const said = (last: Pick<LastVisit, 'result' | 'entry'> | null | undefined) => last && resultSaid(last).zh
  const { lines } = await director.call(readCoverage, { id: survey.id, standing: 'nobody-home' })
  const printed = await director.call(readDoorsNotReached, { community: tixiang, round: survey.id })
  house.clock.set('2026-12-20T10:00:00+08:00')
  const due = await director.call(readDue, { community: tixiang })
  const here = ({ door }: { door: string }) => door === '2号楼1单元102'
  const found = [lines.rows.find(here)?.last, printed.rows.find(here)?.found, due.rows.find(here)?.last]
  expect(found.map(said)).toEqual(['没人接', '没人接', '没人接'])
})

test('clients of civil affairs come up for a visit in the rhythm of their kind, for the worker and on their list [R-2020B-20]', async () => {
  const clients = [
    'extreme-poverty',
    'low-income',
    'orphan',
    'disabled',
    'unraised-child',
    'child-in-need',
    'special-hardship',
  ] as const
  const homes: string[] = []
  for (const [n, kind] of clients.entries()) {
    const dwelling = await givenDwelling(house, tixiang, '8号楼', '1', `${n + 1}01`)
    const person = await givenPerson(house, tixiang, `民${keyGroups[kind].zh}`, { dwelling, born: '1990-01-01' })
    await director.call(setMark, { id: newId(), person, kind, source: 'civil-affairs' })
    homes.push(dwelling)
  }
  await givenGrid(house, tixiang, homes, worker.account, '第8网格')
  const names = (rows: readonly { persons: readonly { name: string }[] }[]) =>
    rows.flatMap(({ persons }) => persons.map(({ name }) => name)).sort()
  const all = clients.map((kind) => `民${keyGroups[kind].zh}`).sort()
  const list = async (more = {}) => (await director.call(readDue, { community: tixiang, civil_affairs: true, ...more })).rows
  expect(names(await list())).toEqual(all)
  expect(names((await worker.call(readDue, { community: tixiang })).rows)).toEqual(expect.arrayContaining(all))
  expect(names((await neighbour.call(readDue, { community: tixiang, civil_affairs: true })).rows)).toEqual([])

  const today = shanghaiDay(house.clock.now().getTime())
  for (const dwelling of homes) await visit(worker, dwelling, 'met')
  expect(await list()).toEqual([])
  const dueAfter = async (days: number) => {
    house.clock.set(`${addDays(today, days)}T10:00:00+08:00`)
    return names(await list())
  }
  expect(await dueAfter(6)).toEqual([])
  expect(await dueAfter(7)).toEqual(['民散居孤儿', '民事实无人抚养儿童'].sort())
  expect(await dueAfter(14)).toHaveLength(5)
  expect(await dueAfter(30)).toEqual(all)
  expect((await list({ group: 'low-income', civil_affairs: undefined }))[0]).toMatchObject({
    persons: [{ name: '民低保对象' }],
    dueOn: addDays(today, 30),
    last: { result: 'met' },
  })
  const office = await house.as('county-civil-affairs', tixiang.slice(0, 6))
  expect(names((await office.call(readDue, { community: tixiang, civil_affairs: true })).rows)).toEqual(all)
})

test('a visit is corrected by another one, once, and both stay in the table', async () => {
  const wrong = newId()
  await worker.call(recordVisit, { id: wrong, dwelling: doors[2] ?? '', result: 'met' })
  await visit(worker, doors[2], 'moved-away', { replaces: wrong })
  const { rows } = await worker.call(readVisits, { dwelling: doors[2] ?? '' })
  expect(rows.map(({ result }) => result)).toEqual(['moved-away'])
  expect(rows[0]?.byName).toBe('吴晓彤')
  await expect(visit(worker, doors[2], 'refused', { replaces: wrong })).rejects.toMatchObject({ code: 'rounds.already-replaced' })
  const kept = await house.owner
    .selectFrom('visit')
    .select('id')
    .where('dwelling', '=', doors[2] ?? '')
    .execute()
  expect(kept).toHaveLength(2)
})

test('what was told at the door reaches the community as a note, and changes no register', async () => {
  await visit(worker, doors[1], 'met', { changes: '女儿搬回来住了', needs: ['medicine'], use: 'rented' })
  const { rows } = await director.call(readTold, { community: tixiang, what: 'changes' })
  expect(rows).toMatchObject([{ changes: '女儿搬回来住了', needs: ['medicine'], door: '2号楼1单元102', byName: '吴晓彤' }])
  expect(
    await house.owner
      .selectFrom('person')
      .select('id')
      .where('dwelling', '=', doors[1] ?? '')
      .execute(),
  ).toHaveLength(1)
  const door = await house.owner
    .selectFrom('dwelling')
    .select(['use', 'version'])
    .where('id', '=', doors[1] ?? '')
    .executeTakeFirst()
  expect(door).toEqual({ use: 'rented', version: 2 })
})

test('a visit for a round that has ended is refused', async () => {
  const over = round({ until: '2026-11-30' })
  await director.call(openRound, over)
  house.clock.set('2026-12-01T10:00:00+08:00')
  await expect(visit(worker, doors[0], 'met', { round: over.id })).rejects.toMatchObject({ code: 'rounds.ended' })
})

test('a visit made on the last day of a duty is kept though it arrives after it; one made later is refused', async () => {
  const standIn = await house.as('grid-worker', tixiang, '代班')
  const grid = await house.owner
    .selectFrom('grid')
    .select('id')
    .where('community', '=', tixiang)
    .where('name', '=', '第3网格')
    .executeTakeFirstOrThrow()
  const today = shanghaiDay(house.clock.now().getTime())
  await house.owner
    .insertInto('grid_duty')
    .values({
      county: '410105',
      id: newId(),
      community: tixiang,
      grid: grid.id,
      account: standIn.account,
      kind: 'stand-in',
      valid_from: addDays(today, -5),
      valid_to: today,
    })
    .execute()
  await visit(standIn, doors[0], 'met', {}, { at: shanghaiInstant(addDays(today, -1), '18:00') })
  await expect(visit(standIn, doors[0], 'met')).rejects.toMatchObject({ code: 'access.not-found' })
  await expect(visit(standIn, doors[0], 'met', {}, { at: shanghaiInstant(addDays(today, -9), '18:00') })).rejects.toMatchObject({
    code: 'access.not-found',
  })
})

test('a visit said in the outbox twice is one visit', async () => {
  const command = {
    id: newId(),
    verb: 'rounds.record-visit',
    at: house.clock.now().toISOString(),
    input: { id: newId(), dwelling: doors[0], result: 'met' },
  }
  const send = async () => {
    const reply = await fetch(`${house.url}/api/commands`, {
      method: 'POST',
      headers: { ...worker.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ commands: [command, command] }),
    })
    return ((await reply.json()) as { answers: { state: string }[] }).answers.map(({ state }) => state)
  }
  expect([await send(), await send()]).toEqual([
    ['done', 'done'],
    ['done', 'done'],
  ])
  expect(await house.owner.selectFrom('visit').select('id').where('id', '=', command.input.id).execute()).toHaveLength(1)
})
