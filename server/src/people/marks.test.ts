import { type KeyGroup, keyGroups } from '@wangdi/domain/people/key-group.ts'
import { reviewDay } from '@wangdi/domain/people/key-group.rules.ts'
import { getPerson, keyGroupCounts, recordAdvice, reviewMark, searchPeople, setMark } from '@wangdi/domain/people/people.api.ts'
import { openRound, readCoverage, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const tixiang = '410105001003'
let house: House
let director: Caller
let doctor: Caller

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  director = await house.as('community-director', tixiang)
  doctor = await house.as('community-doctor', tixiang, '韩志远')
})
afterAll(() => house.close())

const found = async (more: object) =>
  (await director.call(searchPeople, { place: tixiang, ...more })).rows.map((row) => row.name).sort()

test('each of the eight groups is a mark with source, day and review, its list can be asked for, and a round goes to it alone [R-2021-18]', async () => {
  const eight: KeyGroup[] = [
    'elder-alone',
    'orphan',
    'unraised-child',
    'left-behind-child',
    'child-in-need',
    'disabled',
    'pregnant',
    'special-hardship',
  ]
  for (const [nth, kind] of eight.entries()) {
    const dwelling = await givenDwelling(house, tixiang, '7号楼', '1', String(101 + nth))
    const person = await givenPerson(house, tixiang, `试${keyGroups[kind].zh}`, { dwelling })
    await director.call(setMark, { id: newId(), person, kind, since: '2026-11-01', source: 'school' })
    expect((await director.call(getPerson, { id: person })).marks).toMatchObject([
      { kind, since: '2026-11-01', source: 'school', review_on: reviewDay(kind, '2026-11-17') },
    ])
    expect(await found({ mark: kind })).toContain(`试${keyGroups[kind].zh}`)
    const round = { id: newId(), community: tixiang, kind: 'survey' as const, name: keyGroups[kind].zh }
    const days = { from: '2026-11-17', until: '2026-11-30', everyDays: null }
    await director.call(openRound, { ...round, ...days, of: 'key-persons', groups: [kind] })
    const notReached = async () =>
      (await director.call(readCoverage, { id: round.id })).lines.rows.map(({ person: one }) => one?.id)
    expect(await notReached()).toEqual([person])
    await director.call(recordVisit, { id: newId(), dwelling, round: round.id, result: 'met', met: [person] })
    expect(await notReached()).toEqual([])
  }
})

test('a mark comes up for review on its day, is kept for another while or ends; it is never doubled', async () => {
  const person = await givenPerson(house, tixiang, '孙孕')
  const { id } = await director.call(setMark, { id: newId(), person, kind: 'pregnant' })
  await expect(director.call(setMark, { id: newId(), person, kind: 'pregnant' })).rejects.toMatchObject({
    code: 'people.mark-held',
  })
  const asked = async () => {
    const { groups } = await director.call(keyGroupCounts, { place: tixiang })
    const due = groups.find((group) => group.kind === 'pregnant')?.review_due
    return { due, listed: (await found({ review_due: true, mark: 'pregnant' })).includes('孙孕') }
  }
  // Sixty days after 2026-11-17; the one of the other test came up with it.
  house.clock.set('2027-01-15T10:00:00+08:00')
  expect(await asked()).toEqual({ due: 0, listed: false })
  house.clock.set('2027-01-16T10:00:00+08:00')
  expect(await asked()).toMatchObject({ due: expect.toSatisfy((due: number) => due >= 1), listed: true })
  const { version } = await director.call(reviewMark, { id, version: 1, keep: true })
  expect(await found({ review_due: true, mark: 'pregnant' })).not.toContain('孙孕')
  await expect(director.call(reviewMark, { id, version: 1, keep: true })).rejects.toMatchObject({
    problem: { code: 'record.moved', facts: { by: 'community-director', at: '10:00' } },
  })
  await director.call(reviewMark, { id, version, keep: false })
  expect((await director.call(getPerson, { id: person })).marks).toEqual([])
  house.clock.set('2026-11-17T10:00:00+08:00')
})

test('65 and older and children under 14 are work lists of their own, by birthday, never stored [R-2023-3]', async () => {
  const on = (born: string) => givenPerson(house, tixiang, `生${born}`, { born })
  await Promise.all(['1961-11-17', '1961-11-18', '2012-11-18', '2012-11-17'].map(on))
  expect(await found({ group: 'elder', text: '生' })).toEqual(['生1961-11-17'])
  expect(await found({ group: 'child', text: '生' })).toEqual(['生2012-11-18'])
})

test('advice that reached somebody with a chronic illness is recorded, and who has had none is counted [R-2020A-51]', async () => {
  const ill = await givenPerson(house, tixiang, '高血')
  const other = await givenPerson(house, tixiang, '糖尿')
  for (const person of [ill, other]) await doctor.call(setMark, { id: newId(), person, kind: 'chronic', source: 'clinic' })
  await doctor.call(recordAdvice, { id: newId(), person: ill, topic: 'chronic-care', way: 'call' })
  expect((await director.call(getPerson, { id: ill })).advice).toMatchObject([
    { topic: 'chronic-care', way: 'call', by: '韩志远' },
  ])
  const { groups } = await director.call(keyGroupCounts, { place: tixiang })
  expect(groups.find((group) => group.kind === 'chronic')).toMatchObject({ people: 2, advised: 1 })
})

test('clients of civil affairs are one list, whatever their kind', async () => {
  for (const kind of ['extreme-poverty', 'low-income'] as const) {
    const person = await givenPerson(house, tixiang, `民${keyGroups[kind].zh}`)
    await director.call(setMark, { id: newId(), person, kind, source: 'civil-affairs' })
  }
  expect(await found({ civil_affairs: true })).toEqual(expect.arrayContaining(['民低保对象', '民特困供养人员']))
  expect(await found({ civil_affairs: true })).not.toContain('孙孕')
})

test('clients of civil affairs are counted once each, and so are those of them to review: their list has as many', async () => {
  const before = (await director.call(keyGroupCounts, { place: tixiang })).civil_affairs
  const [both, other] = [await givenPerson(house, tixiang, '民两样'), await givenPerson(house, tixiang, '孕旁人')]
  for (const [person, kind, review_on] of [
    [both, 'disabled', '2026-11-17'],
    [both, 'low-income', '2027-03-01'],
    [other, 'pregnant', '2026-11-17'],
    [other, 'low-income', '2027-03-01'],
  ] as const)
    await director.call(setMark, { id: newId(), person, kind, review_on })
  const { civil_affairs } = await director.call(keyGroupCounts, { place: tixiang })
  expect(civil_affairs).toEqual({ ...before, people: before.people + 2, review_due: before.review_due + 1 })
  expect(await found({ civil_affairs: true })).toHaveLength(civil_affairs.people)
  // A mark that is none of civil affairs brings nobody into their review.
  const due = await found({ civil_affairs: true, review_due: true })
  expect([due.length, due.includes('民两样'), due.includes('孕旁人')]).toEqual([civil_affairs.review_due, true, false])
})
