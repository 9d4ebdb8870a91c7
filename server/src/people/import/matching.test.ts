import { importResidents, type RosterFile } from '@wangdi/domain/people/import.api.ts'
import { checkCharacterOf } from '@wangdi/domain/people/identity-number.ts'
import { listPile } from '@wangdi/domain/people/pile/pile.api.ts'
import type { Cell } from '@wangdi/domain/sheet.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { writeSheet } from '../../platform/sheet/write-sheet.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

let house: House
let worker: Caller
let place: string
let communities = 0

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-20' })
})
beforeEach(async () => {
  communities += 1
  place = `4101050010${String(communities + 10)}`
  worker = await house.as('community-worker', place, '张敏')
})
afterAll(() => house.close())

const head = ['姓名', '性别', '出生日期', '身份证号', '联系电话', '楼栋', '单元', '房号']
/** A line of the roster: what is not told stays blank. */
const line = (name: string, told: Partial<Record<'sex' | 'born' | 'number' | 'phone' | 'room', string>> = {}): Cell[] => [
  ...[name, told.sex ?? '', told.born ?? '', told.number ?? '', told.phone ?? ''],
  ...(told.room ? ['3号楼', '2', told.room] : ['', '', '']),
]
const numberOf = (born: string, order: string) => {
  const first = `410199${born.replaceAll('-', '')}${order}`
  return first + checkCharacterOf(first)
}

async function bring(...lines: Cell[][]) {
  const response = await fetch(`${house.url}/api/people/roster-files`, {
    method: 'POST',
    headers: { ...worker.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(await writeSheet('名单', [head, ...lines])),
  })
  const { file } = (await response.json()) as RosterFile
  const { accepted, matched, people_added, to_settle } = await worker.call(importResidents, { id: newId(), place, file })
  return { accepted, matched, people_added, to_settle }
}
const pile = async () =>
  (await worker.call(listPile, { place })).rows.map(({ kind, person, other }) => [kind, person.name, other?.name])

const born = '1985-03-02'

test('a namesake with another day of birth is another person, and nobody is asked about them', async () => {
  await bring(line('陈大力', { born }))
  expect(await bring(line('陈大力', { born: '1985-03-12' }))).toEqual({ accepted: 1, matched: 0, people_added: 1, to_settle: 0 })
  expect(await pile()).toEqual([])
})

test('a namesake of the same day of birth, or of one that is not known, is a look-alike that a person settles', async () => {
  await bring(line('陈大力', { born }))
  expect(await bring(line('陈大力', { born }))).toMatchObject({ people_added: 1, to_settle: 1 })
  await bring(line('赵小红'))
  expect(await bring(line('赵小红', { born }))).toMatchObject({ people_added: 1, to_settle: 1 })
  expect(await pile()).toEqual([
    ['look-alike', '陈大力', '陈大力'],
    ['look-alike', '赵小红', '赵小红'],
  ])
})

test('a namesake of the other sex is another person', async () => {
  await bring(line('王敏', { sex: '男' }))
  expect(await bring(line('王敏', { sex: '女' }))).toMatchObject({ matched: 0, people_added: 1, to_settle: 0 })
})

test('the birthday in a number speaks against a namesake as a written one does', async () => {
  await bring(line('李建国', { number: numberOf('1950-01-02', '001') }))
  expect(await bring(line('李建国', { born: '1960-01-02' }))).toMatchObject({ matched: 0, people_added: 1, to_settle: 0 })
  expect(await bring(line('李建国', { born: '1950-01-02' }))).toMatchObject({ people_added: 1, to_settle: 1 })
})

test('two numbers are two people, whatever else is the same', async () => {
  const told = { born, phone: '19900001234', room: '402' }
  await bring(line('周敏', { ...told, number: numberOf(born, '001') }))
  const other = line('周敏', { ...told, number: numberOf(born, '003') })
  expect(await bring(other)).toMatchObject({ matched: 0, people_added: 1, to_settle: 0 })
  expect(await pile()).toEqual([])
})

test('without a number the same name is the same person by phone or by door, and not by two doors that nobody told', async () => {
  await bring(line('何丽', { phone: '19900001234' }), line('孙强', { room: '402' }), line('郭芳'))
  expect(await bring(line('何丽', { phone: '19900001234' }))).toMatchObject({ matched: 1, people_added: 0 })
  expect(await bring(line('孙强', { room: '402' }))).toMatchObject({ matched: 1, people_added: 0 })
  expect(await bring(line('郭芳'))).toMatchObject({ people_added: 1, to_settle: 1 })
})

test('whether two lines of one file are one person is asked once, not once from each side', async () => {
  const lines = ['301', '302', '303'].map((room) => line('邹静', { room }))
  expect(await bring(...lines)).toMatchObject({ people_added: 3, to_settle: 3 })
})

test('one look-alike counts as found, several do not', async () => {
  await bring(line('郭芳'))
  expect(await bring(line('郭芳'))).toMatchObject({ matched: 1, people_added: 1 })
  expect(await bring(line('郭芳'))).toMatchObject({ matched: 0, people_added: 1, to_settle: 2 })
})
