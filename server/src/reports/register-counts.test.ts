import { addDays, ageOn } from '@wangdi/domain/day.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../test/house.ts'
import { inTransaction } from '../platform/db.ts'

const county = '410105'
const communities = ['410105001001', '410105001003', '410105002001'] as const
const today = '2026-11-17'
let house: House
beforeAll(async () => {
  house = await startHouse()
  await house.as('county-leader', county) // whose county then works here
})
afterAll(() => house.close())

interface Person {
  community: string
  born: Day | null
  left: Day | null
  marks: { kind: 'pregnant' | 'disabled' | 'chronic'; since: Day; ended: Day | null }[]
}
const near = fc.integer({ min: -2, max: 2 }).map((days) => addDays(today, days))
const birthday = fc.tuple(fc.constantFrom(1, 13, 14, 15, 40, 64, 65, 66), near).map(([years, day]): Day => {
  const year = Number(day.slice(0, 4)) - years
  return `${year}${day.slice(4)}`
})
const person: fc.Arbitrary<Person> = fc.record({
  community: fc.constantFrom(...communities),
  born: fc.option(birthday, { freq: 5 }),
  left: fc.option(near, { freq: 2 }),
  marks: fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom('pregnant' as const, 'disabled' as const, 'chronic' as const),
      since: near,
      ended: fc.option(near, { freq: 2 }),
    }),
    { maxLength: 3, selector: ({ kind }) => kind },
  ),
})

/** What the definitions say, person by person: who lives there that day, how old they are, which marks stand. */
function countByHand(people: readonly Person[], community: string, day: Day): Record<string, number> {
  const living = people.filter((one) => one.community === community && (one.left === null || one.left > day))
  const ages = living.flatMap(({ born }) => (born === null ? [] : [ageOn(born, day)]))
  const marks = living.flatMap((one) => one.marks.filter(({ since, ended }) => since <= day && (ended === null || ended > day)))
  const counted: Record<string, number> = {
    'count.residents': living.length,
    'count.elders': ages.filter((age) => age >= 65).length,
    'count.children': ages.filter((age) => age < 14).length,
  }
  for (const { kind } of marks) counted[`key-group.${kind}`] = (counted[`key-group.${kind}`] ?? 0) + 1
  return Object.fromEntries(Object.entries(counted).filter(([, figure]) => figure > 0))
}

const countedFrom = async (place: string, day: Day) => {
  const rows = await inTransaction(house.db, { county: '', area: '', place, health: false }, async (db) => ({
    below: (
      await sql<{
        place: string
        item: string
        figure: number
      }>`select place, item, figure from count_communities(${county}, ${day}::date)`.execute(db)
    ).rows,
    whole: (
      await sql<{ item: string; figure: number }>`select item, figure from count_registers(${place}, ${day}::date)`.execute(db)
    ).rows,
  }))
  const of = (community: string) =>
    Object.fromEntries(
      rows.below.filter((row) => row.place === community && row.figure > 0).map(({ item, figure }) => [item, figure]),
    )
  return {
    of,
    whole: Object.fromEntries(rows.whole.filter(({ figure }) => figure > 0).map(({ item, figure }) => [item, figure])),
  }
}

test('whatever rows there are, what is kept for askers above is what the rows come to that day, by community and in all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { maxLength: 12 }), near, async (people, day) => {
      for (const table of ['register_count', 'person_mark', 'person'] as const) await house.owner.deleteFrom(table).execute()
      for (const { community, born, left, marks } of people) {
        const id = newId()
        await house.owner
          .insertInto('person')
          .values({ county, id, community, name: '某人', document_kind: 'none', born, left_on: left, source: 'entered' })
          .execute()
        for (const { kind, since, ended } of marks)
          await house.owner
            .insertInto('person_mark')
            .values({ county, id: newId(), community, person: id, kind, since, ended_on: ended })
            .execute()
      }
      const { of, whole } = await countedFrom('41', day)
      const sum: Record<string, number> = {}
      for (const community of communities) {
        const right = countByHand(people, community, day)
        expect(of(community)).toEqual(right)
        for (const [item, figure] of Object.entries(right)) sum[item] = (sum[item] ?? 0) + figure
      }
      expect(whole).toEqual(sum)
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('what is kept is of its hour: a later write changes the next day, and a county is counted with its communities at one moment', async () => {
  for (const table of ['register_count', 'person_mark', 'person'] as const) await house.owner.deleteFrom(table).execute()
  const add = () =>
    house.owner
      .insertInto('person')
      .values({ county, id: newId(), community: communities[0], name: '某人', document_kind: 'none', source: 'entered' })
      .execute()
  await add()
  // The county alone was counted first, then one more came; asked by community both are counted anew, together.
  const alone = await inTransaction(house.db, { county: '', area: '', place: '41', health: false }, (db) =>
    sql<{ figure: number }>`select figure from count_registers('41', ${today}::date) where item = 'count.residents'`.execute(db),
  )
  expect(alone.rows).toEqual([{ figure: 1 }])
  await add()
  const first = await countedFrom('41', today)
  expect([first.of(communities[0])['count.residents'], first.whole['count.residents']]).toEqual([2, 2])
  await add()
  const same = await countedFrom('41', today)
  expect([same.of(communities[0])['count.residents'], same.whole['count.residents']]).toEqual([2, 2])
  const next = await countedFrom('41', addDays(today, 1))
  expect([next.of(communities[0])['count.residents'], next.whole['count.residents']]).toEqual([3, 3])
})

test('a county outside the own place is not counted for anybody', async () => {
  for (const place of ['42', '410122', '410105001'])
    expect(
      (
        await inTransaction(house.db, { county: '', area: '', place, health: false }, (db) =>
          sql`select * from count_communities(${county}, ${today}::date)`.execute(db),
        )
      ).rows,
    ).toEqual([])
})
