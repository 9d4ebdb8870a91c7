// Where words fail, columns are known by what stands in them: offered with the evidence, named by a person, remembered.
import { importResidents, previewImport, type RosterFile, rosterFilesPath } from '@wangdi/domain/people/import.api.ts'
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../house.ts'
import { place, today } from './judged.ts'
import { type MadeCell, numberOf, workbook } from './make-files.ts'

let house: House
let clerk: Caller
beforeAll(async () => {
  house = await startHouse({ day: today })
  clerk = await house.as('community-worker', place)
})
afterAll(() => house.close())

async function send(rows: readonly (readonly MadeCell[])[], caller = clerk): Promise<string> {
  const response = await fetch(`${house.url}${rosterFilesPath}`, {
    method: 'POST',
    headers: { ...caller.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(workbook(rows)),
  })
  return ((await response.json()) as RosterFile).file
}

const given = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']
/** Ten people of one family name, numbers from a serial on: name, identity number, phone, address, sex. */
const people = (family: string, serial: number): MadeCell[][] =>
  given.map((one, at) => [
    `${family}${one}`,
    numberOf('1980-01-01', serial + at * 2),
    `199000${String(serial).padStart(3, '0')}${String(at).padStart(2, '0')}`,
    `6号楼4单元${601 + at}`,
    (serial + at * 2) % 2 === 1 ? '男' : '女',
  ])
const look = (file: string, more: object = {}, caller = clerk) =>
  caller.call(previewImport, { place, kind: 'residents', file, ...more })
const foundIn = [
  { column: 0, field: 'name' },
  { column: 1, field: 'documentNumber' },
  { column: 2, field: 'phone' },
  { column: 3, field: 'address' },
  { column: 4, field: 'sex' },
] as const

test('columns under heads that say nothing are offered by what stands in them, with how many cells speak for it', async () => {
  const looked = await look(await send([['甲列', '乙列', '丙列', '丁列', '戊列'], ...people('赵', 101)]))
  expect(looked.guesses).toEqual(foundIn.map((one) => ({ ...one, fits: 10, of: 10 })))
  // Offered, not taken.
  expect(looked).toMatchObject({ head_row: 0, guessed_head_row: 1, outcome: { accepted: 0 }, remembered: false })
})

test('a roster without a head line is offered from its first line on, below its title', async () => {
  const file = await send([['某某社区人员'], ...people('钱', 131)])
  const looked = await look(file)
  expect(looked).toMatchObject({ head_row: 0, guessed_head_row: 0, outcome: { accepted: 0 } })
  expect(looked.guesses.map(({ column, field }) => ({ column, field }))).toEqual(foundIn)
  expect(looked.heads.map(({ column }) => column)).toEqual([0, 1, 2, 3, 4])
  const taken = await look(file, { head_row: 0, columns: [...foundIn] })
  expect(taken).toMatchObject({ head_row: 0, outcome: { rows: 11, accepted: 10, rejected: [{ row: 1 }] } })
})

test('cells that only look like numbers are not guessed, and a head that is understood is not guessed again', async () => {
  const wrong = people('孙', 161).map(([name, number, ...rest]) => [name ?? null, `${String(number).slice(0, 17)}0`, ...rest])
  const { guesses, heads } = await look(await send([['姓名', '乙列', '丙列', '丁列', '戊列'], ...wrong]))
  expect(guesses.map(({ field }) => field)).toEqual(['phone', 'address', 'sex'])
  expect(heads[0]).toMatchObject({ field: 'name' })
})

test('a column that only numbers the lines is offered as nothing, by its head or by counting on', async () => {
  const known = ['姓名', '身份证号', '电话', '住址', '性别']
  const numbered = (from: number) => people('周', 231).map((one, at) => [from + at, ...one])
  for (const [head, from] of [
    ['序号', 1],
    ['序号', 351],
    ['', 1],
    ['户次', 12],
  ] as const)
    expect((await look(await send([[head, ...known], ...numbered(from)]))).guesses, `${head} ${from}`).toEqual([])
})

test('what a person named is remembered for the same heads in this community, and not in another', async () => {
  const heads = ['何人', '何号', '何线', '何处', '何性']
  const file = await send([heads, ...people('李', 201)])
  const columns = foundIn.filter(({ field }) => field !== 'sex')
  const first = await clerk.call(importResidents, { id: newId(), place, file, head_row: 1, columns })
  expect(first).toMatchObject({ accepted: 10, people_added: 10 })
  const next = await send([heads, ...people('周', 231)])
  const looked = await look(next)
  expect(looked).toMatchObject({ remembered: true, head_row: 1, outcome: { accepted: 10 } })
  expect(looked.heads.filter(({ field }) => field !== null).map(({ column, field }) => ({ column, field }))).toEqual(columns)
  const second = await clerk.call(importResidents, { id: newId(), place, file: next })
  expect(second).toMatchObject({ accepted: 10, people_added: 10 })
  expect((await clerk.call(searchPeople, { place, text: '周甲' })).rows).toHaveLength(1)
  const elsewhere = '410105001001'
  const other = await house.as('community-worker', elsewhere)
  const there = await send([heads, ...people('吴', 261)], other)
  expect(await other.call(previewImport, { place: elsewhere, kind: 'residents', file: there })).toMatchObject({
    remembered: false,
    outcome: { accepted: 0 },
  })
})

test('the kind that a roster more likely is, is offered where the chosen one does not fit', async () => {
  const arrivals = await send([
    ['姓名', '身份证号', '出发地', '返乡时间', '车次'],
    ['郑甲', numberOf('1980-01-01', 301), '湖北武汉', '2026-11-19', 'G1'],
  ])
  expect(await look(arrivals)).toMatchObject({ likely_kind: 'arrivals' })
  expect(await look(arrivals, { kind: 'arrivals' })).toMatchObject({ likely_kind: null })
  const elders = await send([
    ['姓名', '身份证号', '基础疾病', '病情是否稳定', '接种剂次'],
    ['郑乙', numberOf('1950-01-01', 303), '无', '', 3],
  ])
  expect(await look(elders)).toMatchObject({ likely_kind: 'elders' })
  const residents = await send([
    ['姓名', '身份证号', '楼栋', '单元', '房号', '与户主关系'],
    ['郑丙', numberOf('1980-01-01', 305), '1号楼', '1单元', '101', '户主'],
  ])
  expect(await look(residents)).toMatchObject({ likely_kind: null })
  expect(await look(residents, { kind: 'elders' })).toMatchObject({ likely_kind: 'residents' })
})
