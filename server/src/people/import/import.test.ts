import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  getImport,
  type ImportReply,
  importArrivals,
  importElders,
  importProgress,
  importRejects,
  importResidents,
  listImports,
  previewImport,
  type RosterFile,
} from '@wangdi/domain/people/import.api.ts'
import { listArrivals } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { correctPerson, getPerson, searchPeople } from '@wangdi/domain/people/people.api.ts'
import {
  keepApart,
  linkPeople,
  listPile,
  settleAddress,
  unlinkPeople,
  unsettleAddress,
} from '@wangdi/domain/people/pile/pile.api.ts'
import { openResponse } from '@wangdi/domain/regimes/regimes.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSheetFile } from '../../platform/sheet/sheet.ts'
import { writeSheet } from '../../platform/sheet/write-sheet.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const place = '410105001003'
const folder = fileURLToPath(new URL('../../../test/rosters/', import.meta.url))
let house: House
let worker: Caller

let first: ImportReply
let again: ImportReply
let held: { people: number; doors: number }

// The residents are there before every test, imported by a command that came twice at once.
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-20' })
  worker = await house.as('community-worker', place, '张敏')
  const input = { id: newId(), place, file: await roster('residents-410105001003.xlsx') }
  const said = { id: newId() }
  ;[first, again] = await Promise.all([worker.call(importResidents, input, said), worker.call(importResidents, input, said)])
  held = { people: await countOf('person'), doors: await countOf('dwelling') }
})
afterAll(() => house.close())

async function send(caller: Caller, bytes: Buffer): Promise<string> {
  const response = await fetch(`${house.url}/api/people/roster-files`, {
    method: 'POST',
    headers: { ...caller.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return ((await response.json()) as RosterFile).file
}
const roster = (name: string) => send(worker, readFileSync(folder + name))
/** Another community with the same residents, for what adds people to those it finds. */
async function stocked(place: string) {
  const worker = await house.as('community-worker', place, '张敏')
  const roster = (name: string) => send(worker, readFileSync(folder + name))
  await worker.call(importResidents, { id: newId(), place, file: await roster('residents-410105001003.xlsx') })
  return { place, worker, roster }
}
const countOf = async (table: string) =>
  Number((await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(house.owner)).rows[0]?.n)

test('a clerk previews the residents’ file: heads understood, numbers masked, nothing saved', async () => {
  const before = await countOf('person')
  const preview = await worker.call(previewImport, {
    place,
    kind: 'residents',
    file: await roster('residents-410105001003.xlsx'),
  })
  expect(preview).toMatchObject({
    sheet: '居民台账',
    head_row: 3,
    confidence: 1,
    outcome: { accepted: 1645, rejected_total: 62, vacant_dwellings: 34 },
  })
  expect(preview.first_rows[4]?.cells[9]).toBe('410199********4084')
  expect(JSON.stringify(preview)).not.toMatch(/4101991[0-9]{11}/)
  expect(await countOf('person')).toBe(before)
})

test('residents are imported once, however often the same command comes, and are found by name at once', async () => {
  expect(again).toEqual(first)
  expect(first).toMatchObject({ accepted: 1645, vacant_dwellings: 34, matched: 0, people_added: 1645, to_settle: 12 })
  expect(first.rejected).toHaveLength(62)
  expect(first.rows).toBe(1645 + 62 + first.duplicates.length + first.not_people.length)
  expect(held).toEqual({ people: 1645, doors: first.dwellings_added })
  const found = await worker.call(searchPeople, { place, text: '买买提' })
  expect(found.rows[0]).toMatchObject({ name: '买买提·艾力', document: '410199********1897', phone: '199****4659' })
  const wasTotal = await worker.call(searchPeople, { place, text: '1645人' })
  expect(wasTotal.total).toBe(0)
  const { rows } = await sql<{ kind: string; n: number }>`select kind, count(*)::int as n from person_mark group by kind`.execute(
    house.owner,
  )
  expect(Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))).toMatchObject({
    disabled: expect.any(Number),
    chronic: expect.any(Number),
    pregnant: expect.any(Number),
  })
  expect(await worker.call(importProgress, { id: first.id })).toEqual({
    phase: 'done',
    done: first.rows,
    total: first.rows,
  })
})

test('the list of imports counts what a run put on the pile as its result did', async () => {
  const { rows } = await worker.call(listImports, { place })
  expect(rows.find(({ id }) => id === first.id)?.to_settle).toBe(12)
})

test('vacant dwellings are known as vacant, and the members of a rejected head keep their door', async () => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from dwelling where use = 'vacant' and community = ${place}`.execute(house.owner)
  expect(rows[0]?.n).toBe(34)
  // Row 744 lost digits, and the household around it stays.
  const { rows: doors } = await sql<{
    n: number
  }>`select count(*)::int as n from dwelling d where exists (select from building b where b.county = d.county and b.id = d.building)`.execute(
    house.owner,
  )
  expect(doors[0]?.n).toBeGreaterThan(590)
})

test('the same residents’ file a second time finds everybody again and adds nobody', async () => {
  const reply = await worker.call(importResidents, { id: newId(), place, file: await roster('residents-410105001003.xlsx') })
  expect(reply).toMatchObject({ accepted: 1645, matched: 1645, people_added: 0, dwellings_added: 0, to_settle: 0 })
})

test('arrivals are refused while no response is open, and matched with residents once one is', async () => {
  const { place, worker, roster } = await stocked('410105001004')
  const file = await roster('arrivals-410105001003.xls')
  await expect(worker.call(importArrivals, { id: newId(), place, file })).rejects.toMatchObject({ code: 'regimes.closed' })
  const leader = await house.as('county-leader', '410105')
  await leader.call(openResponse, {
    id: newId(),
    place: '410105',
    issuer: '区指挥部',
    number: '2026-1',
    level: '',
    scope: ['410105'],
    from: '2026-11-20',
    until: '2026-12-20',
    review_on: null,
    rules: 'precision-2020@2020-05-01',
    content: '排查返乡人员',
    ground: '示例',
  })
  const xls = await worker.call(importArrivals, { id: newId(), place, file })
  expect(xls).toMatchObject({ accepted: 247, matched: 131 })
  const csv = await worker.call(importArrivals, { id: newId(), place, file: await roster('arrivals-410105001003-gbk.csv') })
  expect(csv).toMatchObject({ accepted: 260, matched: 147, rejected: [] })
  expect(await countOf('arrival')).toBe(507)
  // Each says how the person was known; of those known, 143 declared no door and are met at home.
  const { rows } = await sql<{ match: string; n: number; at_home: number }>`
    select a.match, count(*)::int as n, count(*) filter (where a.dwelling is null and p.dwelling is not null)::int as at_home
    from arrival a join person p on p.county = a.county and p.id = a.person group by 1 order by 1`.execute(house.owner)
  expect(rows).toEqual([
    { match: 'document', n: 275, at_home: 143 },
    { match: 'new', n: 232, at_home: 0 },
  ])
  const shown = await worker.call(listArrivals, { place, size: 200 })
  expect(shown.rows.filter(({ match, door }) => match === 'document' && door === '')).toEqual([])
})

test('an elders’ survey finds its people among the residents', async () => {
  const { place, worker, roster } = await stocked('410105001002')
  const reply = await worker.call(importElders, { id: newId(), place, file: await roster('elders-410105001003.xlsx') })
  expect(reply).toMatchObject({ accepted: 180, rejected: [], matched: 118, people_added: 62 })
})

test('rejected rows come back as a file with the reason in words, and no cell of it is a formula', async () => {
  const bytes = await writeSheet('名单', [
    ['姓名', '身份证号', '备注'],
    ['=SUM(A1)', '410199', '=HYPERLINK("http://127.0.0.1/","点我")'],
  ])
  const reply = await worker.call(importResidents, { id: newId(), place, file: await send(worker, bytes) })
  expect(reply.rejected).toEqual([{ row: 2, code: 'name.not-a-name', text: '姓名一格里有不该有的符号，请对照原表改' }])
  const answer = await worker.call(importRejects, { id: reply.id })
  const rows = await rowsIn(Buffer.from(answer.base64, 'base64'))
  expect(rows).toEqual([
    ['姓名', '身份证号', '备注', '原行号', '没收下的原因'],
    ['=SUM(A1)', '410199', '=HYPERLINK("http://127.0.0.1/","点我")', 2, '姓名一格里有不该有的符号，请对照原表改'],
  ])
  const { rejected } = await worker.call(getImport, { id: reply.id })
  expect(rejected).toEqual(reply.rejected)
  const runs = await worker.call(listImports, { place })
  expect(runs.rows[0]).toMatchObject({ id: reply.id, kind: 'residents', by: '张敏', accepted: 0, rejected: 1, has_rejects: true })
})

test('the file of rejected rows is named with the day in China, also before eight in the morning', async () => {
  const day = house.clock.today()
  house.clock.set(`${day}T07:30:00+08:00`)
  const file = await send(worker, Buffer.from('姓名,身份证号\n张三,410199\n'))
  const { id } = await worker.call(importResidents, { id: newId(), place, file })
  expect((await worker.call(importRejects, { id })).name).toBe(`没收下的行-${day}.xlsx`)
  house.clock.set(`${day}T10:00:00+08:00`)
})

test('of rejected rows beyond all measure the number and the reason come back, without what stood in them', async () => {
  const lines = Array.from({ length: 150 }, (_, n) => `${'名'.repeat(30_000)},410199,第${n}行`)
  const bytes = Buffer.from(`姓名,身份证号,备注\n${lines.join('\n')}\n`)
  const { id } = await worker.call(importResidents, { id: newId(), place, file: await send(worker, bytes) })
  const rows = await rowsIn(Buffer.from((await worker.call(importRejects, { id })).base64, 'base64'))
  expect(rows).toHaveLength(151)
  expect(rows[1]).toEqual(['名'.repeat(30_000), '410199', '第0行', 2, '身份证号差 12 位，请对照证件'])
  expect((rows[150] as readonly unknown[]).filter((cell) => cell !== undefined)).toEqual([151, '身份证号差 12 位，请对照证件'])
})

test('a second address and a look-alike wait for a person: nothing is merged, everything can be taken back', async () => {
  const namesake = await writeSheet('名单', [
    ['姓名', '性别'],
    ['买买提·艾力', ''],
  ])
  await worker.call(importResidents, { id: newId(), place, file: await send(worker, namesake) })
  const { rows } = await worker.call(listPile, { place, size: 200 })
  const moved = rows.find((item) => item.kind === 'other-address')
  expect(moved?.door).toBe('体育小区 3号楼2单元101')
  if (moved) {
    const settled = await worker.call(settleAddress, { id: moved.id, choice: 'move' })
    const { rows: after } = await sql<{
      room: string
    }>`select d.room from person p join dwelling d on d.county = p.county and d.id = p.dwelling where p.id = ${moved.person.id}`.execute(
      house.owner,
    )
    expect(after[0]?.room).toBe('101')
    await worker.call(unsettleAddress, { id: moved.id, before: settled.before })
    const again = (await worker.call(listPile, { place, size: 200 })).rows.find(({ id }) => id === moved.id)
    expect(again?.person.door).toBe(moved.person.door)
    await expect(worker.call(unsettleAddress, { id: moved.id, before: null })).rejects.toMatchObject({ code: 'access.not-found' })
    const twice = await worker.call(settleAddress, { id: moved.id, choice: 'move' })
    await sql`update person set dwelling = null where id = ${moved.person.id}`.execute(house.owner)
    const late = worker.call(unsettleAddress, { id: moved.id, before: twice.before })
    await expect(late).rejects.toMatchObject({ code: 'people.moved-since' })
    await expect(worker.call(settleAddress, { id: moved.id, choice: 'stay' })).rejects.toMatchObject({ code: 'access.not-found' })
  }
  const alike = rows.find((item) => item.kind === 'look-alike')
  expect(alike?.other).toBeTruthy()
  if (!alike?.other) return
  const link = newId()
  await worker.call(linkPeople, { id: link, one: alike.person.id, other: alike.other.id })
  expect((await worker.call(listPile, { place, size: 200 })).rows.some(({ id }) => id === alike.id)).toBe(false)
  expect((await worker.call(getPerson, { id: alike.other.id })).same_as).toEqual([
    { id: link, person: alike.person.id, name: alike.person.name },
  ])
  await worker.call(unlinkPeople, { id: link })
  expect((await worker.call(getPerson, { id: alike.other.id })).same_as).toEqual([])
  expect((await worker.call(listPile, { place, size: 200 })).rows.some(({ id }) => id === alike.id)).toBe(true)
  await worker.call(keepApart, { id: newId(), one: alike.person.id, other: alike.other.id })
  expect((await worker.call(listPile, { place, size: 200 })).rows.some(({ id }) => id === alike.id)).toBe(false)
})

test('the first lines show no number of a person, also in a column that nobody understood or a line taken for the head', async () => {
  const bytes = await writeSheet('名单', [
    ['姓名', '甲', '乙', '丙', '备注'],
    ['陈大力', '410199198503024610', '19900001234', '410199850302461', '妻 41019919850302461X 19900005678'],
  ])
  const file = await send(worker, bytes)
  const preview = await worker.call(previewImport, { place, kind: 'residents', file })
  expect(preview.first_rows[1]?.cells).toEqual([
    '陈大力',
    '410199********4610',
    '199****1234',
    '410199*****2461',
    '妻 410199********461X 199****5678',
  ])
  const asHead = await worker.call(previewImport, { place, kind: 'residents', file, head_row: 2 })
  expect(JSON.stringify([preview, asHead])).not.toMatch(/[0-9]{11}/)
  // Each look into the file leaves a line with the file's id: whoever stands in it has none here yet.
  const { rows } = await sql`select account, targets from audit_line
    where verb = 'people.preview-import' and targets ->> 'file' = ${file}`.execute(house.owner)
  expect(rows).toEqual(Array(2).fill({ account: worker.account, targets: { file } }))
})

test('heads that nobody knows can be named by the clerk', async () => {
  const bytes = await writeSheet('名单', [['村里名册'], ['谁', '号码'], ['陈大力', '410199195512100001'], ['陈小力', '']])
  const file = await send(worker, bytes)
  expect(await worker.call(previewImport, { place, kind: 'residents', file })).toMatchObject({
    head_row: 0,
    outcome: { accepted: 0 },
  })
  const columns = [
    { column: 0, field: 'name' as const },
    { column: 1, field: 'documentNumber' as const },
  ]
  const corrected = await worker.call(previewImport, { place, kind: 'residents', file, head_row: 2, columns })
  expect(corrected).toMatchObject({
    head_row: 2,
    outcome: { accepted: 1, rejected: [{ row: 3, code: 'identity-number.checksum' }] },
  })
})

test('another’s file, another community, a file that is no sheet, and roles that do not import are refused', async () => {
  const file = await roster('elders-410105001003.xlsx')
  const other = await house.as('community-worker', place)
  await expect(other.call(previewImport, { place, kind: 'elders', file })).rejects.toMatchObject({ code: 'access.not-found' })
  await expect(worker.call(importElders, { id: newId(), place: '410105001001', file })).rejects.toMatchObject({
    code: 'access.not-found',
  })
  const picture = await send(worker, Buffer.from('89504e470d0a1a0a0000', 'hex'))
  await expect(worker.call(previewImport, { place, kind: 'elders', file: picture })).rejects.toMatchObject({
    code: 'sheet.unreadable',
  })
  const volunteer = await house.as('volunteer', place)
  await expect(send(volunteer, Buffer.from('x'))).rejects.toThrow(/403.*access.refused/)
  await expect(send(house.anonymous, Buffer.from('x'))).rejects.toThrow(/401.*session.signed-out/)
})

async function rowsIn(bytes: Buffer) {
  const path = join(mkdtempSync(join(tmpdir(), 'wangdi-test-')), 'rejects.xlsx')
  writeFileSync(path, bytes)
  const file = await openSheetFile(path)
  const rows: unknown[] = []
  for await (const page of file.rows(file.sheets[0] ?? '')) rows.push(...page.map(({ cells }) => [...cells]))
  return rows
}

test('of people who came in with one file and share part of a name, one is renamed and each is still found', async () => {
  const file = await send(
    worker,
    await writeSheet('名单', [
      ['姓名', '性别', '出生日期', '与户主关系'],
      ['皇甫青禾', '女', '1990-01-02', '户主'],
      ['皇甫青苗', '女', '1992-03-04', '户主'],
    ]),
  )
  await worker.call(importResidents, { id: newId(), place, file })
  const find = async (text: string) => (await worker.call(searchPeople, { place, text })).rows.map(({ name }) => name)
  const before = (await worker.call(searchPeople, { place, text: '皇甫' })).rows
  expect(before).toHaveLength(2)
  for (const [at, { id, version, name }] of before.entries())
    await worker.call(correctPerson, { id, version, name: `${name.slice(0, 3)}${'麦豆'[at]}` })
  expect((await find('皇甫')).toSorted()).toEqual(['皇甫青豆', '皇甫青麦'])
  expect(await find('甫青麦')).toEqual(['皇甫青麦'])
  expect(await find('青苗')).toEqual([])
})

test('a sheet without a head line is not imported as nobody: it is refused', async () => {
  const file = await send(
    worker,
    await writeSheet('名单', [
      ['甲', '1'],
      ['乙', '2'],
    ]),
  )
  await expect(worker.call(importResidents, { id: newId(), place, file })).rejects.toMatchObject({
    code: 'people.roster-without-heads',
  })
})

test('a run that was kept without a note of any single row is read as one that has none', async () => {
  const id = newId()
  await sql`insert into import_run (county, id, community, kind, by_account, rows, accepted, rejected, duplicates, doubtful, warnings,
      vacant_dwellings, matched, people_added, dwellings_added)
    values ('410105', ${id}, ${place}, 'residents', ${worker.account}, 2, 2, 0, 0, 0, 0, 0, 0, 2, 0)`.execute(house.owner)
  expect(await worker.call(getImport, { id })).toMatchObject({ run: { id, accepted: 2 }, rejected: [], warnings: [] })
})
