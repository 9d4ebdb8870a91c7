// What nobody can decide is kept in the words of the roster, with the person, until somebody settles it.
import { getHealth } from '@wangdi/domain/health/health.api.ts'
import {
  importArrivals,
  importElders,
  importResidents,
  type ImportReply,
  previewImport,
  type RosterFile,
  rosterFilesPath,
} from '@wangdi/domain/people/import.api.ts'
import { correctPerson, getPerson, searchPeople } from '@wangdi/domain/people/people.api.ts'
import { listPile, settleWords, unsettleWords } from '@wangdi/domain/people/pile/pile.api.ts'
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

async function send(rows: readonly (readonly MadeCell[])[]): Promise<string> {
  const response = await fetch(`${house.url}${rosterFilesPath}`, {
    method: 'POST',
    headers: { ...clerk.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(workbook(rows)),
  })
  return ((await response.json()) as RosterFile).file
}
const residents = async (rows: readonly (readonly MadeCell[])[]): Promise<ImportReply> =>
  clerk.call(importResidents, { id: newId(), place, file: await send(rows) })
const findOne = async (name: string) => (await clerk.call(searchPeople, { place, text: name })).rows[0] ?? expect.fail(name)
const pileOf = async (name: string) =>
  (await clerk.call(listPile, { place, size: 200 })).rows.filter(({ person }) => person.name === name)

const door = ['1号楼', '1单元', '101']

test('an address without a door stays with the person and on the pile until a door is entered', async () => {
  const heads = ['姓名', '性别', '身份证号', '现住址']
  const rows = [
    heads,
    ['址测甲', '男', numberOf('1980-01-01', 101), '体育路12号'],
    ['址测乙', '男', numberOf('1980-01-01', 103), door.join('')],
  ]
  expect(await residents(rows)).toMatchObject({ accepted: 2, to_settle: 1, dwellings_added: 1 })
  const found = await findOne('址测甲')
  expect(found).toMatchObject({ dwelling: null, door: '', door_text: '体育路12号' })
  const [item] = await pileOf('址测甲')
  expect(item).toMatchObject({ kind: 'door-unread', words: '体育路12号', row: 2 })
  // The same roster again asks nothing twice.
  expect(await residents(rows)).toMatchObject({ matched: 2, to_settle: 0 })
  const { dwelling } = await findOne('址测乙')
  const { version } = await findOne('址测甲')
  await clerk.call(correctPerson, { id: found.id, version, name: found.name, dwelling })
  expect(await clerk.call(getPerson, { id: found.id })).toMatchObject({ dwelling, door_text: null })
  await clerk.call(settleWords, { id: item?.id ?? '' })
  expect(await pileOf('址测甲')).toEqual([])
  await expect(clerk.call(settleWords, { id: item?.id ?? '' })).rejects.toMatchObject({ code: 'access.not-found' })
  await clerk.call(unsettleWords, { id: item?.id ?? '' })
  expect(await pileOf('址测甲')).toMatchObject([{ kind: 'door-unread' }])
})

test('words that may say yes or no make no mark: they wait on the pile; what says yes makes one', async () => {
  const made = await residents([
    ['姓名', '身份证号', '楼栋', '单元', '房号', '健康状况', '特殊人群'],
    ['健测甲', numberOf('1980-01-01', 201), ...door, '高血压（无）', '非残疾'],
    ['健测乙', numberOf('1980-01-01', 203), ...door, '良好', '疑似残疾'],
    ['健测丙', numberOf('1980-01-01', 205), ...door, '高血压', '残疾人'],
  ])
  expect(made).toMatchObject({ accepted: 3, to_settle: 2 })
  const marks = async (name: string) => (await findOne(name)).marks.map(({ kind }) => kind).toSorted()
  expect([await marks('健测甲'), await marks('健测乙'), await marks('健测丙')]).toEqual([[], [], ['chronic', 'disabled']])
  expect(await pileOf('健测甲')).toMatchObject([{ kind: 'words-unclear', words: '高血压（无）' }])
  expect(await pileOf('健测乙')).toMatchObject([{ kind: 'words-unclear', words: '疑似残疾' }])
})

test('a survey without a column of illness keeps no illness of anybody', async () => {
  const id = numberOf('1950-01-01', 301)
  await clerk.call(importElders, {
    id: newId(),
    place,
    file: await send([
      ['姓名', '身份证号', '接种针数'],
      ['老测甲', id, 3],
    ]),
  })
  const { marks } = await findOne('老测甲')
  expect(marks).toEqual([])
})

test('the family doctor whom a survey names stands with the record of health, also where it says nothing else', async () => {
  const heads = ['姓名', '身份证号', '签约医生', '接种针数']
  const survey = async (...rows: (string | number)[][]) =>
    clerk.call(importElders, { id: newId(), place, file: await send([heads, ...rows]) })
  const [one, other] = [numberOf('1950-01-01', 303), numberOf('1950-01-01', 305)]
  await survey(['老测乙', one, '王建国 13800001234', 3], ['老测丙', other, '李梅', ''])
  await survey(['老测乙', one, '', 4])
  const doctor = await house.as('community-doctor', place)
  const told = async (name: string) => (await doctor.call(getHealth, { person: (await findOne(name)).id })).health
  expect(await told('老测乙')).toMatchObject({ doctor: '王建国 13800001234', doses: 4 })
  expect(await told('老测丙')).toMatchObject({ doctor: '李梅', doses: null, disease: null })
})

test('a look at a roster of the wrong kind says which column it lacks, once, and judges no row', async () => {
  const file = await send([
    ['姓名', '身份证号'],
    ['返测甲', numberOf('1980-01-01', 401)],
    ['返测乙', numberOf('1980-01-01', 403)],
  ])
  const looked = await clerk.call(previewImport, { place, kind: 'arrivals', file })
  expect(looked).toMatchObject({ missing: ['arrivedOn'], outcome: { rows: 0, accepted: 0, rejected: [] } })
  await expect(clerk.call(importArrivals, { id: newId(), place, file })).rejects.toMatchObject({
    code: expect.stringMatching(/^(people\.roster-without-column|regimes\.closed)$/),
  })
})

test('numbers are found however they are typed: with a country code, wide letters, blanks or brackets', async () => {
  await residents([
    ['姓名', '证件类型', '证件号码', '联系电话', ...['楼栋', '单元', '房号']],
    ['查测甲', '身份证', numberOf('1977-07-07', 5), '19900007771', ...door],
    ['查测乙', '护照', 'M123A4567', '19900007772', ...door],
    ['查测丙', '台湾居民来往大陆通行证', '1234567890(B)', '+852 9123 4567', ...door],
    ['查测丁', '护照', 'ab1234567', '0371-60000077', ...door],
  ])
  const sought: readonly (readonly [string, string])[] = [
    ['+86 199 0000 7771', '查测甲'],
    ['１９９０００ ０７７７１', '查测甲'],
    [numberOf('1977-07-07', 5).toLowerCase(), '查测甲'],
    ['m123a4567', '查测乙'],
    ['Ｍ１２３ Ａ４５６７', '查测乙'],
    ['1234567890（B）', '查测丙'],
    ['1234567890b', '查测丙'],
    ['+852 9123 4567', '查测丙'],
    ['0852-0371-60000077'.slice(5), '查测丁'],
    ['AB 1234567', '查测丁'],
  ]
  for (const [text, name] of sought)
    expect([text, ...(await clerk.call(searchPeople, { place, text })).rows.map((row) => row.name)]).toEqual([text, name])
})

test('the number of the next of kin is the phone of whoever has none other, and the clerk is told; an own number stays', async () => {
  const heads = ['房屋地址', '姓名', '证件号码', '本人电话', '紧急联系电话']
  const rows = [
    heads,
    ['1号楼1单元101', '急测甲', numberOf('1980-01-01', 501), '', '13900003333'],
    ['1号楼1单元101', '急测乙', numberOf('1980-01-01', 503), '13900004444', '13900003333'],
    ['1号楼1单元101', '急测丙', numberOf('1980-01-01', 505), '', ''],
  ]
  const { warnings } = await residents(rows)
  expect(warnings).toEqual([{ row: 2, code: 'phone.emergency', text: '没有本人电话，先记紧急联系人的电话' }])
  expect((await findOne('急测甲')).phone).toBe('139****3333')
  expect((await findOne('急测乙')).phone).toBe('139****4444')
  expect((await findOne('急测丙')).phone).toBe(null)
  // Whoever is held without a number gets it, too, also from a survey of the old.
  const survey = [
    ['姓名', '证件号码', '紧急联系人电话'],
    ['急测丙', numberOf('1980-01-01', 505), '13900005555'],
  ]
  await clerk.call(importElders, { id: newId(), place, file: await send(survey) })
  expect((await findOne('急测丙')).phone).toBe('139****5555')
})
