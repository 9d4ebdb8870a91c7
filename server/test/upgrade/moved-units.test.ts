// Units as the step of the schema moves them: changed words, visits, traces that are gone, phones that stay sealed.
import { readFileSync } from 'node:fs'
import { thingOf } from '@wangdi/domain/kinds/register/register.rules.ts'
import { unit as units } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../database-url.ts'
import { type House, startHouse } from '../house.ts'

const community = '410105001003'
const stepOf = (name: string) => readFileSync(new URL(`../../migrations/${name}.sql`, import.meta.url), 'utf8')
const [plain, changed, home, ended, untraced] = [newId(), newId(), newId(), newId(), newId()]
let house: House
let keeper: string
let other: string
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  keeper = (await house.as('community-director', community, '周敏')).account
  other = (await house.as('community-worker', community, '刘洋')).account
  await withClient(house.ownerUrl, async (client) => {
    await client.query(stepOf('0034_units'))
    const insert = (...row: unknown[]) =>
      client.query(
        `insert into unit (county, id, community, kind, name, address, headcount, contact, phone, valid_from, valid_to, version)
          values ('410105', $1, '${community}', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        row,
      )
    const trace = (at: string, account: string, verb: string, unit: string, more: object = {}) =>
      client.query(
        `insert into audit_line (scope, id, at, account, verb, targets, place)
          values ('410105', gen_random_uuid(), $1, $2, $3, $4, '${community}')`,
        [at, account, `places.${verb}-unit`, JSON.stringify({ unit, ...more })],
      )
    const visit = (unit: string, at: string, day: string, next: string | null) =>
      client.query(
        `insert into inspection (id, place, kind, unit, day, checklist, answers, next_on, by_place, by_account, at)
          values (gen_random_uuid(), '${community}', 'unit', $1, $2, 'unit-duties', '{}', $3, '${community}', $4, $5)`,
        [unit, day, next, other, at],
      )
    await insert(plain, 'firm', '晨光印务', '优胜北路 8 号', 46, '郭工', 'sealed', '2026-11-02', null, 1)
    await trace('2026-11-02T01:00:00.123456Z', keeper, 'save', plain)
    await trace('2026-11-03T01:00:00Z', other, 'end', plain, { refused: 'access.refused' })
    // Visited between two changes, then by a day that was set, then an earlier visit was written down.
    await insert(changed, 'shop', '惠民超市', '', null, '', null, '2026-11-02', null, 3)
    await trace('2026-11-02T01:00:00Z', keeper, 'save', changed)
    await visit(changed, '2026-11-03T01:00:00Z', '2026-11-03', null)
    await trace('2026-11-04T01:00:00Z', keeper, 'save', changed)
    await trace('2026-11-05T01:00:00Z', other, 'save', changed)
    await visit(changed, '2026-11-10T01:00:00Z', '2026-11-10', '2026-11-20')
    await visit(changed, '2026-11-11T01:00:00Z', '2026-11-04', null)
    await insert(home, 'elder-care', '夕阳红', '', null, '田院长', null, '2026-11-02', null, 1)
    await visit(home, '2026-11-16T01:00:00Z', '2026-11-16', null)
    await insert(ended, 'school', '二小', '', 800, '', null, '2026-11-02', '2026-11-06', 2)
    await trace('2026-11-02T01:00:00Z', keeper, 'save', ended)
    await visit(ended, '2026-11-05T01:00:00Z', '2026-11-05', null)
    await trace('2026-11-06T01:00:00Z', other, 'end', ended)
    await visit(ended, '2026-11-07T01:00:00Z', '2026-11-06', null)
    // Longer ago than traces are kept; all on one day.
    await insert(untraced, 'other', '老厂房', '', null, '', null, '2020-02-10', '2020-02-10', 4)
    await client.query(`begin; ${stepOf('0118_units_are_a_register')}; commit`)
  })
})
afterAll(() => house.close())

async function movedTo(id: string) {
  const things = await sql<{ standing: object; title: string; state: string; review_on: string | null; ended_on: string | null }>`
    select standing, title, state, review_on, ended_on from kind_thing where id = ${id}`.execute(house.owner)
  const acts = await sql<Record<string, unknown>>`select id, act, at, by_account as by, values, day, until_day as until
    from kind_thing_act where thing = ${id} order by at`.execute(house.owner)
  const told = acts.rows.map((row) => ({
    ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
    ...{ by: row['by'], at: (row['at'] as Date).toISOString() },
  }))
  return { ...things.rows[0], folded: thingOf(units, told as never), acts: told as Readonly<Record<string, unknown>>[] }
}

test('what a unit is now is what its acts say, and nothing of them is a stray', async () => {
  for (const id of [plain, changed, home, ended, untraced]) {
    const { standing, review_on, folded } = await movedTo(id)
    expect(folded).toEqual(standing)
    expect([folded.strays, folded.review_on]).toEqual([[], review_on])
  }
})

test('a unit stands as it was entered, its phone sealed as before, and is to be visited while nobody went there', async () => {
  const { state, title, review_on, acts } = await movedTo(plain)
  expect([state, title, review_on, acts.map(({ act, by, at, values }) => [act, by, at, values])]).toEqual([
    ...['live', '晨光印务', '2026-11-02'],
    [
      [
        ...['add', keeper, '2026-11-02T01:00:00.123Z'],
        { kind: 'firm', name: '晨光印务', address: '优胜北路 8 号', headcount: 46, contact: '郭工', phone: 'sealed' },
      ],
    ],
  ])
})

test('changes and visits come in their order; the latest visit says when the next is due', async () => {
  const { acts, folded } = await movedTo(changed)
  expect(acts.map(({ act, by, values, day, until }) => [act, by, values, day, until])).toEqual([
    ['add', keeper, undefined, undefined, undefined],
    ['visit', other, undefined, '2026-11-03', undefined],
    ['change', other, { kind: 'shop', name: '惠民超市' }, undefined, undefined],
    ['visit', other, undefined, '2026-11-10', '2026-11-20'],
    ['visit', other, undefined, '2026-11-04', undefined],
  ])
  expect([folded.visited, folded.review_on]).toEqual([{ on: '2026-11-10', next: '2026-11-20' }, '2026-11-20'])
  expect((await movedTo(home)).review_on).toBe('2026-11-17')
})

test('what ended ended by whom and when its trace says, visits of later left out; without traces the day stands and nobody is named', async () => {
  const one = await movedTo(ended)
  expect(one.acts.map(({ act, by }) => [act, by])).toEqual([
    ['add', keeper],
    ['visit', other],
    ['end', other],
  ])
  expect([one.state, one.ended_on, one.review_on]).toEqual(['ended', '2026-11-06', null])
  const old = await movedTo(untraced)
  expect(old.acts.map(({ act, by, at }) => [act, by, at])).toEqual([
    ['add', null, '2020-02-09T16:00:00.000Z'],
    ['change', null, '2020-02-09T16:00:00.001Z'],
    ['end', null, '2020-02-09T16:00:00.002Z'],
  ])
  expect([old.state, old.ended_on]).toEqual(['ended', '2020-02-10'])
})
