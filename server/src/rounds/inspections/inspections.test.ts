import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { checklists } from '@wangdi/domain/rounds/inspections/checklists.ts'
import {
  listFindings,
  listInspections,
  recordInspection,
  settleFinding,
} from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import { unit as units } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import { readSupervision } from '@wangdi/domain/plan/supervision/supervision.ts'
import { confirmClass } from '@wangdi/domain/regimes/regimes.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { withClient } from '../../../test/database-url.ts'
import { callKind } from '../../../test/given/kinds.ts'
import { givenDwelling, givenGrid, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { loadPlaces } from '../../places/index.ts'
import { openPlaceList } from '../../platform/national/place-list.ts'

const community = '410105001003'
const today = '2026-11-17'
let house: House
let director: Caller
let street: Caller
let county: Caller
beforeAll(async () => {
  house = await startHouse({ day: today })
  const list = await openPlaceList(new URL('../../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (owner) => loadPlaces(owner, list))
  director = await house.as('community-director', community, '周敏')
  street = await house.as('street-officer', '410105001', '李建国')
  county = await house.as('county-leader', '410105', '赵明')
})
beforeEach(() => house.clock.set(`${today}T10:00:00+08:00`))
afterAll(() => house.close())

const { see, get, add, acts: unitActs } = registerVerbs(units)
const plainUnit = () => ({
  kind: 'firm',
  name: `晨光印务${newId().slice(-4)}`,
  address: '优胜北路 8 号',
  headcount: 46,
  contact: '郭工',
  phone: '199 0000 4001',
})
/** A unit that the director entered. */
async function givenUnit(more: object = {}) {
  const fields = { ...plainUnit(), ...more }
  const { id } = await callKind(director, add, { id: newId(), place: community, v: 1, fields })
  return { ...fields, id }
}
const listUnits = async (by: Caller, more: object = {}) =>
  (await callKind(by, see, { place: community, show: 'live', size: 200, ...more })).rows
const looked = (more: Record<string, unknown> = {}) => ({
  id: newId(),
  place: community,
  kind: 'guidance' as const,
  unit: null,
  contingency: null,
  day: today,
  checklist: 'duties-in-place' as const,
  answers: { 'duty-named': 'yes' as const },
  note: '',
  next_on: '2026-12-15',
  findings: [] as { id: string; item: string | null; words: string; owner: string; due_on: string }[],
  ...more,
})
const wrong = (item: string | null, due_on = '2026-11-20') => ({
  id: newId(),
  item,
  words: '台账和名单对不上',
  owner: '周敏',
  due_on,
})

test('firms and schools are registered with whom to call; the phone lies sealed, and who has no business there sees none [R-2020B-11]', async () => {
  const unit = await givenUnit()
  const { headcount: _, ...school } = { ...plainUnit(), kind: 'school', name: '体育路小学' }
  await callKind(director, add, { id: newId(), place: community, v: 1, fields: school })
  const rows = await listUnits(street)
  expect(rows.find(({ id }) => id === unit.id)?.details).toEqual({
    ...{ kind: 'firm', address: '优胜北路 8 号', headcount: 46, contact: '郭工', phone: '19900004001' },
  })
  expect(rows.find(({ title }) => title === '体育路小学')?.details).not.toHaveProperty('headcount')
  const kept = await sql<{ text: string }>`select t.standing::text || a.values::text as text from kind_thing t
    join kind_thing_act a on a.county = t.county and a.thing = t.id where t.id = ${unit.id}`.execute(house.owner)
  expect(kept.rows.length).toBe(1)
  expect(kept.rows[0]?.text).not.toContain('00004001')
  await expect(listUnits(await house.as('grid-worker', community))).rejects.toMatchObject({ code: 'access.refused' })
  // A visit gives guidance, leaves findings and the next date; the unit's own history shows both.
  const visit = looked({
    kind: 'unit',
    unit: unit.id,
    checklist: 'unit-duties',
    answers: { responsible: 'yes', 'air-and-disinfect': 'no' },
    findings: [wrong('air-and-disinfect')],
    next_on: '2026-12-01',
  })
  await director.call(recordInspection, visit)
  const history = await director.call(listInspections, { place: community, unit: unit.id })
  expect(history.rows).toMatchObject([{ unit_name: unit.name, next_on: '2026-12-01', open: 1, overdue: 0 }])
})

test('a firm is looked at by the list of its duties, and what it lacks is followed until it is put right and checked [R-2020P-44]', async () => {
  const unit = await givenUnit()
  const finding = wrong('room-ready', '2026-11-18')
  const answers = Object.fromEntries(checklists['unit-duties'].items.map(({ id }) => [id, 'yes' as const]))
  const visit = { kind: 'unit', unit: unit.id, checklist: 'unit-duties', answers: { ...answers, 'room-ready': 'no' } }
  await expect(director.call(recordInspection, looked(visit))).rejects.toMatchObject({ code: 'rounds.finding-missing' })
  await director.call(recordInspection, looked({ ...visit, findings: [finding] }))
  const act = (kind: 'put-right' | 'checked' | 'still-wrong', due_on: string | null = null) =>
    director.call(settleFinding, { id: newId(), finding: finding.id, kind, note: '看过了', due_on })
  await expect(act('checked')).rejects.toMatchObject({ code: 'kinds.not-now' })
  await act('put-right')
  await act('still-wrong', '2026-11-25')
  const [open] = (await director.call(listFindings, { place: community })).rows.filter(({ id }) => id === finding.id)
  expect(open).toMatchObject({ state: 'open', due_on: '2026-11-25', overdue: false, owner: '周敏' })
  await act('put-right')
  await act('checked')
  const { rows } = await director.call(listFindings, { place: community, state: 'settled' })
  expect(rows.find(({ id }) => id === finding.id)?.acts.map(({ kind }) => kind)).toEqual([
    'put-right',
    'still-wrong',
    'put-right',
    'checked',
  ])
  await expect(act('put-right')).rejects.toMatchObject({ code: 'kinds.not-now' })
})

test('a street inspects a community by the list, and only those who found something, or above, call it settled', async () => {
  const finding = wrong('duty-named', '2026-11-17')
  await street.call(recordInspection, looked({ answers: { 'duty-named': 'no' }, findings: [finding] }))
  const act = (as: Caller, kind: 'put-right' | 'checked') =>
    as.call(settleFinding, { id: newId(), finding: finding.id, kind, note: '都落实了', due_on: null })
  await act(director, 'put-right')
  await expect(act(director, 'checked')).rejects.toMatchObject({ code: 'kinds.other-party' })
  const waiting = await county.call(listFindings, { place: '410105', state: 'put-right' })
  // Whoever reads it is told what they may do with it, by the rule that refuses the rest.
  expect(waiting.rows.find(({ id }) => id === finding.id)?.may).toEqual(['checked', 'still-wrong'])
  const seen = await director.call(listFindings, { place: community, state: 'put-right' })
  expect(seen.rows.find(({ id }) => id === finding.id)?.may).toEqual([])
  await act(county, 'checked')
  const late = wrong(null, '2026-11-17')
  await street.call(recordInspection, looked({ findings: [late] }))
  house.clock.set('2026-11-18T09:00:00+08:00')
  const { rows, overdue } = await county.call(listFindings, { place: '410105001' })
  expect(rows[0]).toMatchObject({ id: late.id, overdue: true })
  expect(overdue).toBe(1)
  house.clock.set(`${today}T10:00:00+08:00`)
})

test('a finding is settled from its place or above it, by nobody beside or below', async () => {
  const beside = await house.as('community-director', '410105001001')
  const [near, above] = [wrong(null), wrong(null)]
  await street.call(recordInspection, looked({ findings: [near] }))
  await street.call(recordInspection, looked({ place: '410105001', findings: [above] }))
  const settle = (as: Caller, finding: string) =>
    as.call(settleFinding, { id: newId(), finding, kind: 'put-right', note: '都落实了', due_on: null })
  await expect(settle(beside, near.id)).rejects.toMatchObject({ code: 'access.not-found' })
  await expect(settle(director, above.id)).rejects.toMatchObject({ code: 'access.not-found' })
  await settle(director, near.id)
})

test('the list of inspections tells what was answered, and counts what is not settled and what is past the day agreed last', async () => {
  const unit = await givenUnit()
  const [one, other, third] = [wrong('responsible', today), wrong('air-and-disinfect', '2026-11-18'), wrong(null, today)]
  const answers = { responsible: 'no', 'air-and-disinfect': 'no' } as const
  const visit = { kind: 'unit', checklist: 'unit-duties', unit: unit.id, answers, findings: [one, other, third] }
  await director.call(recordInspection, looked(visit))
  const act = (finding: string, kind: 'put-right' | 'checked' | 'still-wrong', due_on: string | null = null) =>
    director.call(settleFinding, { id: newId(), finding, kind, note: '看过了', due_on })
  const shown = async () => (await director.call(listInspections, { place: community, unit: unit.id })).rows
  expect(await shown()).toMatchObject([{ answers, open: 3, overdue: 0 }])
  await act(one.id, 'put-right')
  await expect(act(one.id, 'put-right')).rejects.toMatchObject({ code: 'kinds.not-now' })
  await expect(act(other.id, 'still-wrong')).rejects.toMatchObject({ code: 'rounds.which-day' })
  await expect(act(other.id, 'put-right', '2026-11-25')).rejects.toMatchObject({ code: 'rounds.which-day' })
  await act(third.id, 'still-wrong', '2026-11-25')
  await act(third.id, 'still-wrong', '2026-11-18')
  // What is said to be right waits for whoever checks it: not settled, and no longer overdue.
  expect(await shown()).toMatchObject([{ open: 3, overdue: 0 }])
  house.clock.set('2026-11-19T09:00:00+08:00')
  expect(await shown()).toMatchObject([{ open: 3, overdue: 2 }])
  await act(one.id, 'checked')
  expect(await shown()).toMatchObject([{ open: 2, overdue: 2 }])
  const { rows } = await director.call(listFindings, { place: community, state: 'settled' })
  expect(rows.find(({ id }) => id === one.id)).toMatchObject({ state: 'settled', overdue: false })
  const { rows: moved } = await director.call(listFindings, { place: community })
  expect(moved.find(({ id }) => id === third.id)).toMatchObject({ state: 'open', due_on: '2026-11-18', overdue: true })
})

test('a street sees of each community whether duties are named, measures done and key persons reached, by class [R-2020A-59][R-2020A-61]', async () => {
  const door = await givenDwelling(house, community)
  await givenGrid(house, community, [door], (await house.as('grid-worker', community)).account)
  await givenPerson(house, community, '郑玉梅', { born: '1940-03-01', dwelling: door })
  const health = await house.as('county-health', '410105', '王海涛')
  const confirmed = {
    id: newId(),
    place: community,
    value: 'no-case' as const,
    from: today,
    source: '区疾控通报',
    reason: '按通报',
  }
  await health.call(confirmClass, confirmed)
  await street.call(recordInspection, looked())
  const { rows } = await street.call(readSupervision, { place: '410105001', class: 'no-case' })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    community,
    class: 'no-case',
    duties: { done: 1, due: 1 },
    inspected_on: today,
    inspection_due: false,
  })
  expect(rows[0]?.measures.unknown).toBeGreaterThan(0)
  expect(rows[0]?.effect.due).toBeGreaterThanOrEqual(rows[0]?.effect.done ?? 0)
  const others = await street.call(readSupervision, { place: '410105001', class: 'unknown' })
  expect(others.rows.length).toBeGreaterThan(0)
  expect(others.rows.every(({ inspected_on, inspection_due }) => inspected_on === null && inspection_due)).toBe(true)
  await expect(director.call(readSupervision, { place: community })).rejects.toMatchObject({ code: 'access.refused' })
})

test('the four early steps and reopening are checked by oneself, and each gap has somebody who sees to it and a day [R-2020H-3]', async () => {
  for (const checklist of ['four-times', 'reopening'] as const) {
    const [gap] = checklists[checklist].items
    const said = looked({ kind: 'self-check', checklist, answers: { [gap.id]: 'no' }, findings: [] })
    await expect(director.call(recordInspection, said)).rejects.toMatchObject({ code: 'rounds.finding-missing' })
    const finding = wrong(gap.id)
    await director.call(recordInspection, { ...said, findings: [finding] })
    const { rows } = await director.call(listFindings, { place: community, inspection: said.id })
    expect(rows).toMatchObject([{ id: finding.id, item: gap.id, owner: '周敏', due_on: '2026-11-20', state: 'open' }])
  }
})

test('a finding is acted on from where it was found and from above, and from nowhere else', async () => {
  const finding = wrong('duty-named')
  await street.call(recordInspection, looked({ place: '410105001', findings: [finding] }))
  const act = { finding: finding.id, kind: 'put-right' as const, note: '已补', due_on: null }
  await expect(director.call(settleFinding, { id: newId(), ...act })).rejects.toMatchObject({ code: 'access.not-found' })
  await county.call(settleFinding, { id: newId(), ...act })
  // It was judged by where the finding is, and the trail says so.
  const { rows } = await sql<{ place: string }>`select place from audit_line
    where verb = 'rounds.settle-finding' and targets ->> 'finding' = ${finding.id} order by at desc limit 1`.execute(house.owner)
  expect(rows).toEqual([{ place: '410105001' }])
})

test('what does not fit is refused with its reason and leaves nothing', async () => {
  const before = await director.call(listInspections, { place: community })
  for (const [more, code] of [
    [{ checklist: 'drill' }, 'rounds.other-checklist'],
    [{ answers: {} }, 'rounds.nothing-looked-at'],
    [{ answers: { nonsense: 'yes' } }, 'rounds.other-item'],
    [{ day: '2026-11-18' }, 'rounds.inspection-ahead'],
    [{ next_on: today }, 'rounds.next-before'],
    [{ kind: 'unit', checklist: 'unit-duties', answers: { responsible: 'yes' } }, 'rounds.which-unit'],
    [{ findings: [wrong(null, '2026-11-01')] }, 'rounds.due-before'],
    [{ kind: 'unit', checklist: 'unit-duties', answers: { responsible: 'yes' }, unit: newId() }, 'access.not-found'],
  ] as const)
    await expect(director.call(recordInspection, looked(more as never))).rejects.toMatchObject({ code })
  expect((await director.call(listInspections, { place: community })).total).toBe(before.total)
})

test('a city sees how many findings are open and where, and no unit by its name', async () => {
  const city = await house.as('city-officer', '4101')
  const { rows } = await city.call(listInspections, { place: '4101', kind: 'unit' })
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(({ unit_name }) => unit_name === null)).toBe(true)
  const elsewhere = await house.as('county-leader', '410122')
  expect((await elsewhere.call(listInspections, { place: '410122' })).total).toBe(0)
  await expect(elsewhere.call(listInspections, { place: '410105' })).rejects.toMatchObject({ code: 'access.not-found' })
})

test('a unit that moved away leaves the register and keeps its history; its name is free again', async () => {
  const { id, ...fields } = await givenUnit()
  const again = () => callKind(director, add, { id: newId(), place: community, v: 1, fields })
  await expect(again()).rejects.toMatchObject({ code: 'kinds.alike-there' })
  const other = await givenUnit()
  const { last_at } = await callKind(director, get, { id: other.id })
  await expect(callKind(director, unitActs.change, { id: other.id, v: 1, last_at, fields })).rejects.toMatchObject({
    code: 'kinds.alike-there',
  })
  const visit = () => looked({ kind: 'unit', unit: id, checklist: 'unit-duties', answers: { responsible: 'yes' } })
  await director.call(recordInspection, visit())
  await callKind(director, unitActs.end, { id, basis: '搬走了' })
  expect((await listUnits(director)).map((row) => row.id)).not.toContain(id)
  await expect(callKind(director, unitActs.end, { id, basis: '搬走了' })).rejects.toMatchObject({ code: 'kinds.not-now' })
  await again()
  // What is written down later of a visit to it stands with the inspections, and makes nothing of it live again.
  await director.call(recordInspection, visit())
  expect((await director.call(listInspections, { place: community, unit: id })).total).toBe(2)
  expect((await callKind(director, get, { id })).acts.map(({ act }) => act)).toEqual(['add', 'visit', 'end'])
})

test('a unit is to be visited from the day it is entered, by its rhythm or sooner where a day was set; a visit says the next [R-2020B-11]', async () => {
  const firm = await givenUnit()
  const home = await givenUnit({ kind: 'elder-care' })
  const visit = (unit: string, day: string, next_on: string | null) =>
    director.call(
      recordInspection,
      looked({ kind: 'unit', unit, checklist: 'unit-duties', answers: { responsible: 'yes' }, day, next_on }),
    )
  const due = async (every: string) =>
    (await listUnits(director, { show: 'overdue', every })).map(({ id }) => id).filter((id) => id === firm.id || id === home.id)
  expect([await due('30'), await due('1')]).toEqual([[firm.id], [home.id]])
  await visit(firm.id, '2026-11-10', '2026-11-20')
  // One of before that is written down late changes nothing.
  await visit(firm.id, '2026-11-02', null)
  await visit(home.id, today, null)
  expect([await due('30'), await due('1')]).toEqual([[], []])
  house.clock.set('2026-11-18T09:00:00+08:00')
  expect([await due('30'), await due('1')]).toEqual([[], [home.id]])
  house.clock.set('2026-11-20T09:00:00+08:00')
  expect(await due('30')).toEqual([firm.id])
  await visit(firm.id, '2026-11-20', null)
  const { row, acts: done } = await callKind(director, get, { id: firm.id })
  expect(row).toMatchObject({ review_on: '2026-12-20', overdue: false })
  expect(done.map(({ act, day, until }) => [act, day, until]).slice(1)).toEqual([
    ['visit', '2026-11-10', '2026-11-20'],
    ['visit', '2026-11-02', null],
    ['visit', '2026-11-20', null],
  ])
})
