import { initialsOf } from '@wangdi/domain/text/initials.ts'
import { doorsSought } from '@wangdi/domain/places/door-sought.ts'
import { findDoors } from '@wangdi/domain/places/doors.api.ts'
import type { Door } from '@wangdi/domain/places/places.ts'
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenGrid, givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { type Db, inTransaction } from '../../platform/db.ts'
import { listDoorsSought } from './doors-sought.queries.ts'

const tixiang = '410105001003'
const county = '410105'
let house: House
let director: Caller

beforeAll(async () => {
  house = await startHouse()
  director = await house.as('community-director', tixiang)
  await sql`insert into estate (county, id, community, kind, name, ordinal)
    select ${county}, gen_random_uuid(), ${tixiang}, 'estate', name, at from unnest(array['翠苑小区', '解放花园', '57号院', '万科城3期', '李家湾'])
    with ordinality as n (name, at)`.execute(house.owner)
  await sql`insert into building (county, id, community, estate, name, ordinal)
    select ${county}, gen_random_uuid(), ${tixiang}, e.id, n.name, n.at from estate e,
      unnest(array['1号楼', '2号楼', '三号楼', '12号楼', '东楼', 'A座', '１５号楼']) with ordinality as n (name, at)
    where e.name <> '李家湾'`.execute(house.owner)
  await sql`insert into dwelling (county, id, community, estate, building, unit, floor, room, ordinal)
    select ${county}, gen_random_uuid(), ${tixiang}, b.estate, b.id, u.unit, f.floor, f.floor || r.room, f.floor * 100 + r.at
    from building b, unnest(array['1单元', '2单元', '东单元']) as u (unit), generate_series(1, 30) as f (floor),
      unnest(array['01', '02', '03', '0A']) with ordinality as r (room, at)`.execute(house.owner)
  await sql`insert into dwelling (county, id, community, estate, village_group, house, ordinal)
    select ${county}, gen_random_uuid(), ${tixiang}, e.id, g || '组', h::text, g * 1000 + h
    from estate e, generate_series(1, 12) as g, generate_series(1, 40) as h where e.name = '李家湾'`.execute(house.owner)
})
afterAll(() => house.close())

const within = (run: (db: Db) => Promise<void>) =>
  inTransaction(house.db, { county, area: county, place: county, health: true }, run)

test('among ten thousand doors the server finds what the rule finds among all of them, in a community and above it', async () => {
  const { rows: all } = await sql<Door & { id: string }>`
    select d.id, e.name as estate, b.name as building, d.unit, d.room, d.village_group as "group", d.house
    from dwelling d left join building b on b.county = d.county and b.id = d.building
      left join estate e on e.county = d.county and e.id = d.estate
    order by e.ordinal nulls first, b.ordinal nulls first, d.ordinal, d.id`.execute(house.owner)
  expect(all.length).toBeGreaterThan(10_000)
  const piece = fc.constantFrom(
    '翠苑',
    '解放花园',
    'cy',
    'jf',
    '57号院',
    '3期',
    '万科',
    '3',
    '三号楼',
    '3号楼',
    '15',
    '12',
    '东',
    '东楼',
    'A',
    'a座',
  )
  const more = fc.constantFrom(
    '1单元',
    '东单元',
    '402',
    '402室',
    '1203',
    '120',
    '10A',
    '李家湾',
    '三组',
    '12号',
    '七组',
    'ljw',
    '9',
    '无',
  )
  const typed = fc.array(fc.oneof(piece, more), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' '))
  await within(async (db) => {
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const expected = doorsSought(all, text, (row) => row, initialsOf).map(({ id }) => id)
        expect([text, await listDoorsSought(db, { place: tixiang }, text)]).toEqual([text, expected])
        const wide = await listDoorsSought(db, { place: county }, text)
        if (wide.length > 0) expect([text, wide]).toEqual([text, expected])
      }),
      { numRuns: 25 },
    )
    for (const text of ['翠苑 3-2-402', '解放花园三号楼2单元402', 'cy3-402', '李家湾七组12号'])
      expect([text, (await listDoorsSought(db, { place: county }, text)).length > 0]).toEqual([text, true])
  })
}, 120_000)

test('a door is found by its parts in any order and by initials, and the whole list can be paged through', async () => {
  const found = async (text: string) =>
    (await director.call(findDoors, { community: tixiang, text })).rows.map(({ door }) => door)
  expect(await found('翠苑小区 2号楼1单元1203')).toEqual(['翠苑小区 2号楼1单元1203'])
  expect(await found('1203 2-1 cy')).toEqual(['翠苑小区 2号楼1单元1203'])
  expect(await found('12号 七组')).toEqual(['李家湾 7组 12号'])
  expect(await found('翠苑 99-9')).toEqual([])
  const page = (page: number) => director.call(findDoors, { community: tixiang, text: '翠苑 402', size: 4, page })
  const pages = await Promise.all([0, 1, 2, 3, 4, 5].map(page))
  const every = pages.flatMap(({ rows }) => rows.map(({ dwelling }) => dwelling))
  expect([pages[0]?.total, new Set(every).size]).toEqual([21, 21])
})

test('a building, or a group of a natural village, narrows the doors; a grid worker finds those of the own grids', async () => {
  const { rows: [group] = [] } = await sql<{ id: string }>`select id from estate where name = '李家湾'`.execute(house.owner)
  const near = { community: tixiang, estate: group?.id ?? '', group: '7组' }
  expect((await director.call(findDoors, near)).total).toBe(40)
  expect((await director.call(findDoors, { ...near, text: '12' })).rows.map(({ door }) => door)).toEqual(['李家湾 7组 12号'])
  const worker = await house.as('grid-worker', tixiang)
  const own = await givenDwelling(house, tixiang, '88号楼', '1', '402')
  await givenGrid(house, tixiang, [own], worker.account, '第8网格')
  expect((await worker.call(findDoors, { community: tixiang, text: '402' })).rows.map(({ dwelling }) => dwelling)).toEqual([own])
  expect((await worker.call(findDoors, { community: tixiang })).total).toBe(1)
})

test('whoever looks for people finds them behind the door that was typed, in the community, the street and the county', async () => {
  const { rows: [door] = [] } = await sql<{ id: string }>`select d.id from dwelling d
    join building b on b.county = d.county and b.id = d.building join estate e on e.county = d.county and e.id = b.estate where e.name = '解放花园' and b.name = '2号楼' and d.unit = '2单元' and d.room = '1802'`.execute(
    house.owner,
  )
  const person = await givenPerson(house, tixiang, '陈志强', { dwelling: door?.id ?? '', born: '1985-03-02' })
  const find = async (who: Caller, place: string, text: string) =>
    (await who.call(searchPeople, { place, text })).rows.map(({ id }) => id)
  for (const text of ['解放花园2号楼2单元1802', '1802 jf 2-2', '2-2-1802'])
    expect([text, await find(director, tixiang, text)]).toEqual([text, [person]])
  const street = await house.as('street-officer', '410105001')
  const medical = await house.as('county-health', county)
  expect(await find(street, '410105001', '解放 2-2-1802')).toEqual([person])
  expect(await find(medical, county, '解放 2-2-1802')).toEqual([person])
})
