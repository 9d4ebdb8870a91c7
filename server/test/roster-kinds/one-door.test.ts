// A door stays one door however a roster writes it, and no cell of a roster costs more than its own row.
import {
  importArrivals,
  importResidents,
  type ImportReply,
  type RosterFile,
  rosterFilesPath,
} from '@wangdi/domain/people/import.api.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { readCommunity, saveBuilding, saveEstate } from '@wangdi/domain/places/places.api.ts'
import { openResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenPlaces } from '../given/places.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { judgingFiles, today } from './judged.ts'
import { type MadeCell, numberOf, workbook, workbookOfSheets } from './make-files.ts'

const judge = judgingFiles()
let house: House
beforeAll(async () => {
  house = await startHouse({ day: today })
})
afterAll(() => house.close())

async function send(clerk: Caller, rows: readonly (readonly MadeCell[])[]): Promise<string> {
  const response = await fetch(`${house.url}${rosterFilesPath}`, {
    method: 'POST',
    headers: { ...clerk.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(workbook(rows)),
  })
  return ((await response.json()) as RosterFile).file
}
const residents = async (clerk: Caller, community: PlaceCode, rows: readonly (readonly MadeCell[])[]): Promise<ImportReply> =>
  clerk.call(importResidents, { id: newId(), place: community, file: await send(clerk, rows) })

let used = 4
/** A community of its own with its clerk. */
async function given(): Promise<{ clerk: Caller; community: PlaceCode }> {
  const community = `4101050010${String((used += 1)).padStart(2, '0')}`
  return { clerk: await house.as('community-worker', community), community }
}
/** The buildings of a community: estate, name and how many doors. */
async function buildings(community: PlaceCode): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select coalesce(e.name, '-') || ' ' || b.name || ' ' || (select count(*) from dwelling d where d.building = b.id) as line
    from building b left join estate e on e.id = b.estate where b.community = ${community}`.execute(house.owner)
  return rows.map(({ line }) => line).toSorted()
}
const heads = ['姓名', '小区', '楼栋', '单元', '房号']

test('a roster without estates finds the doors of the only estate again, and what is new there goes into it', async () => {
  const { clerk, community } = await given()
  await residents(clerk, community, [heads, ['屋一', '翠苑小区', '3号楼', '2', '501'], ['屋二', '', '3栋', '2', '502']])
  const again = await residents(clerk, community, [
    ['姓名', '楼栋', '单元', '房号'],
    ['屋三', '3#', '2单元', '0501'],
    ['屋四', '4', '1', '101'],
  ])
  expect(again.dwellings_added).toBe(1)
  expect(await buildings(community)).toEqual(['翠苑小区 3号楼 2', '翠苑小区 4号楼 1'])
})

test('of several estates a door without its estate is the one that stands in only one of them; else it is a door of none', async () => {
  const { clerk, community } = await given()
  await residents(clerk, community, [
    heads,
    ['院一', '翠苑小区', '3号楼', '2', '501'],
    ['院二', '怡景苑', '3号楼', '1', '101'],
    ['院三', '怡景苑', '9号楼', '1', '101'],
  ])
  const again = await residents(clerk, community, [
    ['姓名', '楼栋', '单元', '房号'],
    ['院四', '3', '2', '501'],
    ['院五', '9', '1', '102'],
    ['院六', '3', '7', '701'],
  ])
  expect(again.dwellings_added).toBe(2)
  expect(await buildings(community)).toEqual(['- 3号楼 1', '怡景苑 3号楼 1', '怡景苑 9号楼 2', '翠苑小区 3号楼 1'])
})

test('what a roster brings stands estate by estate, in the order in which the roster names them', async () => {
  await givenPlaces(house)
  const community = '410105001003'
  const clerk = await house.as('community-worker', community)
  const doors = [
    ['枣园', '1号楼', '101'],
    ['柿园', '1号楼', '102'],
    ['枣园', '2号楼', '101'],
    ['柿园', '2号楼', '101'],
  ] as const
  await residents(clerk, community, [
    heads,
    ...doors.map(([estate, building, room], at) => [`郝排${at}`, estate, building, '1', room]),
  ])
  const people = await clerk.call(searchPeople, { place: community })
  expect(people.rows.map(({ name }) => name)).toEqual(['郝排0', '郝排2', '郝排1', '郝排3'])
  const { estates, buildings: lines } = await clerk.call(readCommunity, { community })
  const nameOf = new Map(estates.map(({ id, name }) => [id, name]))
  expect(lines.map(({ estate, name }) => `${nameOf.get(estate ?? '')} ${name}`)).toEqual([
    '枣园 1号楼',
    '枣园 2号楼',
    '柿园 1号楼',
    '柿园 2号楼',
  ])
})

test('a building that somebody entered as 6栋 is the 6号楼 of a roster', async () => {
  const { clerk, community } = await given()
  const estate = newId()
  await clerk.call(saveEstate, { id: estate, community, kind: 'estate', name: '翠苑小区', ordinal: 1 })
  await clerk.call(saveBuilding, {
    id: newId(),
    community,
    estate,
    name: '6栋',
    ordinal: 6,
    units: [{ unit: '1', floors: 1, rooms: 1 }],
  })
  const made = await residents(clerk, community, [
    heads,
    ['栋一', '翠苑小区', '6号楼', '1单元', '101'],
    ['栋二', '翠苑小区', '6#', '1单元', '102'],
  ])
  expect(made.dwellings_added).toBe(1)
  expect(await buildings(community)).toEqual(['翠苑小区 6栋 2'])
})

test('no cell sinks a roster: a phone as the room, a story as the building, half a character at the end of a text', async () => {
  const { clerk, community } = await given()
  const made = await residents(clerk, community, [
    [...heads, '村民小组', '备注'],
    ['号一', '', '3号楼', '2', '13800138000', '', ''],
    ['号二', '', '410105001003001001', '2', '501', '', ''],
    ['号三', '', '3号楼', '99999', '99999', '', `${'字'.repeat(499)}𠮷`],
    ['号四', '', '', '', '12', '99999', ''],
    ['号五', '', '3号楼', '门'.repeat(3000), '501', '', ''],
    ['号六', '门'.repeat(3000), '3号楼', '1', '501', '', ''],
    [`${'马'.repeat(59)}𠮷`, '', '3号楼', '1', '102', '', ''],
  ])
  expect(made).toMatchObject({ accepted: 7, rejected: [], dwellings_added: 3 })
  expect(made.warnings.filter(({ code }) => code === 'door.unread').map(({ row }) => row)).toEqual([2, 3, 6, 7])
})

test('words beside an arrival stand in its note; a phone as the number of companions is none', async () => {
  const { clerk, community } = await given()
  const leader = await house.as('county-leader', '410105')
  await leader.call(openResponse, {
    id: newId(),
    place: '410105',
    issuer: '区指挥部',
    number: '2026-1',
    level: '',
    scope: ['410105'],
    from: today,
    until: '2026-12-20',
    review_on: null,
    rules: 'precision-2020@2020-05-01',
    content: '排查返乡人员',
    ground: '示例',
  })
  const rows = [
    ['姓名', '身份证号', '返回时间', '随行人数', '是否途经中高风险地区'],
    ['返一', numberOf('1980-01-01', 801), '2026-11-13', '李四、王五', '是，武汉'],
    ['返二', numberOf('1980-01-01', 803), '2026-11-13', 13800138000, '途经石家庄'],
    ['返二', numberOf('1980-01-01', 803), '2026-11-15', 1, '否'],
  ]
  const made = await clerk.call(importArrivals, { id: newId(), place: community, file: await send(clerk, rows) })
  expect(made).toMatchObject({ accepted: 2, duplicates: [{ row: 4, same_as_row: 3 }] })
  expect(made.warnings.map(({ row, code }) => [row, code])).toEqual([
    [2, 'arrival.unclear'],
    [3, 'arrival.unclear'],
    [3, 'arrival.unclear'],
    [4, 'arrival.other-day'],
  ])
  const { rows: kept } = await sql<{ note: string; companions: number | null }>`
    select note, companions from arrival where community = ${community} order by note`.execute(house.owner)
  expect(kept).toEqual([
    { note: '同行：13800138000；途经风险地区一栏：途经石家庄', companions: null },
    { note: '自述途经中高风险地区；同行：李四、王五；途经风险地区一栏：是，武汉', companions: null },
  ])
})

test('sheets that nobody looked at are not called empty, and the one asked for is looked at', async () => {
  const roster = (at: number) => [
    ['姓名', '房号'],
    [`表${String.fromCodePoint(0x4e00 + at)}`, '101'],
  ]
  const sheets = Array.from({ length: 102 }, (_, at) => ({ name: `${at + 1}号楼`, rows: roster(at) }))
  const stateOf = (told: { sheets: { name: string; state: string }[] }, name: string) =>
    told.sheets.find((sheet) => sheet.name === name)?.state
  const file = workbookOfSheets(sheets)
  const first = await judge(file)
  expect(['1号楼', '100号楼', '101号楼'].map((name) => stateOf(first, name))).toEqual(['taken', 'same-heads', 'not-looked-at'])
  const last = await judge(file, 'residents', ['--sheet', '102号楼'])
  expect(['1号楼', '101号楼', '102号楼'].map((name) => stateOf(last, name))).toEqual(['same-heads', 'not-looked-at', 'taken'])
})
