// Photos of records over HTTP: what is kept of them, who reads them, and that they go with their record.
import { readFileSync } from 'node:fs'
import { assessDestruction, decideDestruction, executeDestruction } from '@wangdi/domain/rights/destruction/destruction.api.ts'
import { photoLimits } from '@wangdi/domain/kinds/file/photo-limits.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { roundVerbs } from '@wangdi/domain/kinds/round/round.api.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { mend } from '@wangdi/domain/rounds/kinds/mend.kind.ts'
import { patrol } from '@wangdi/domain/rounds/kinds/patrol.kind.ts'
import { waste } from '@wangdi/domain/rounds/kinds/waste.kind.ts'
import { weakPoint } from '@wangdi/domain/rounds/kinds/weak-point.kind.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { callKind as call } from '../../../test/given/kinds.ts'
import { givenDwelling } from '../../../test/given/people.ts'
import { fetchPhoto, gpsExif, jpeg, png, putPhoto } from '../../../test/given/photos.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { inTransaction } from '../../platform/db.ts'
import { openResponseFor } from '../../regimes/given.ts'
import { dropEnded, dropLooseFiles } from '../index.ts'

const here = '410105001003'
const beside = '410105001004'
let house: House
let desk: Caller
let director: Caller
let doctor: Caller
let helper: Caller
let neighbour: Caller
let door: string
beforeAll(async () => {
  house = await startHouse({ photos: { placeBytes: 400 * 1024 } })
  desk = await house.as('community-worker', here)
  director = await house.as('community-director', here)
  doctor = await house.as('community-doctor', here)
  helper = await house.as('volunteer', here, '宋晓')
  neighbour = await house.as('community-director', beside)
  door = await givenDwelling(house, here, '3号楼', '2', '402')
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

const put = (by: Caller, kind: string, act: string, more: { file?: string; bytes?: Buffer } = {}) =>
  putPhoto(house, by, { kind, act, ...more })
const shot = jpeg({ width: 320, height: 240, aside: gpsExif() })
const find = (before: readonly string[], by = desk) =>
  call(by, requestVerbs(mend).begin, {
    ...{ id: newId(), v: mend.version, place: here, way: 'desk', urgency: 'soon' },
    fields: { where: '南门市场', what: '积水', before },
  })
const mended = (id: string, after: readonly string[], by = desk) =>
  call(by, requestVerbs(mend).acts['put-right'], { id, fields: { done: '抽干了', after } })
const rowOf = async (file: string) =>
  (await sql<Record<string, unknown> & { bytes: Buffer }>`select * from kind_file where id = ${file}`.execute(house.owner))
    .rows[0]
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

test('a photo with its position comes up, is kept sealed without it, and is seen by whoever may open the record', async () => {
  expect(shot.includes('WangdiPhone')).toBe(true)
  const { id: photo, status } = await put(desk, mend.name, 'find', { bytes: shot })
  expect(status).toBe(200)
  const { id } = await find([photo])
  const { fields } = await call(director, requestVerbs(mend).get, { id })
  expect(fields['before']).toEqual([photo])
  const seen = await fetchPhoto(house, director, mend.name, photo)
  expect(seen.status).toBe(200)
  for (const said of ['Exif', 'WangdiPhone', 'GPS']) expect([said, seen.bytes.includes(said)]).toEqual([said, false])
  expect(seen.bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  })
  const kept = await rowOf(photo)
  expect(kept).toMatchObject({ request: id, community: here, audience: 'office', size: seen.bytes.length, mime: 'image/jpeg' })
  expect(kept?.bytes.includes(seen.bytes.subarray(0, 40))).toBe(false)
  const { rows } = await sql<{
    verb: string
  }>`select verb from audit_line where targets ->> 'file' = ${photo} order by at, verb`.execute(house.owner)
  expect(rows.map(({ verb }) => verb).toSorted()).toEqual(['rounds.mend.find', 'rounds.mend.get'])
})

test('how it is after it was put right stands with that act; photos before and after are told apart', async () => {
  const before = (await put(desk, mend.name, 'find')).id
  const { id } = await find([before])
  const after = [(await put(desk, mend.name, 'put-right')).id, (await put(desk, mend.name, 'put-right')).id]
  await mended(id, after)
  const whole = await call(director, requestVerbs(mend).get, { id })
  expect([whole.fields['before'], whole.acts.at(-1)?.fields['after']]).toEqual([[before], after])
  expect(await codeOf(find(['a', 'b', 'c', 'd'].map(() => newId())))).toBe('request.invalid')
})

test('nobody of another place or role opens it, nobody through another kind, and a photo of somebody else is given to no record', async () => {
  const photo = (await put(desk, mend.name, 'find')).id
  expect((await fetchPhoto(house, director, mend.name, photo)).code).toBe('access.not-found')
  // Whoever put it looks at it before it is sent.
  expect((await fetchPhoto(house, desk, mend.name, photo)).status).toBe(200)
  expect(await codeOf(find([photo], director))).toBe('kinds.file-gone')
  await find([photo])
  expect((await fetchPhoto(house, neighbour, mend.name, photo)).code).toBe('access.not-found')
  expect((await fetchPhoto(house, helper, mend.name, photo)).code).toBe('access.refused')
  expect((await fetchPhoto(house, director, errand.name, photo)).code).toBe('access.not-found')
  expect((await fetchPhoto(house, { headers: {} }, mend.name, photo)).code).toBe('session.signed-out')
  expect((await put(helper, mend.name, 'find')).code).toBe('access.refused')
  expect((await put(desk, mend.name, 'keep')).code).toBe('request.invalid')
  // It belongs to that record for good.
  expect(await codeOf(find([photo]))).toBe('kinds.file-gone')
  const other = (await put(desk, errand.name, 'done')).id
  expect(await codeOf(find([other]))).toBe('kinds.file-gone')
  expect(await codeOf(find([newId()]))).toBe('kinds.file-gone')
})

test('a helper puts the slip of an errand that was given to them, and sees no photo of anything else', async () => {
  const verbs = requestVerbs(errand)
  const food = { what: 'food', items: [{ item: '白菜' }], put: 'door' }
  const { id } = await call(desk, verbs.begin, {
    ...{ id: newId(), v: errand.version, dwelling: door, way: 'phone', urgency: 'today', fields: food },
  })
  await call(desk, verbs.acts['give'], { id, doer: helper.account })
  const slip = (await put(helper, errand.name, 'done')).id
  await call(helper, verbs.acts['done'], { id, fields: { cost: { n: 12.5, unit: 'yuan' }, slip: [slip] } })
  expect((await fetchPhoto(house, desk, errand.name, slip)).status).toBe(200)
  expect((await fetchPhoto(house, helper, errand.name, slip)).status).toBe(200)
  const second = await house.as('volunteer', here)
  expect((await fetchPhoto(house, second, errand.name, slip)).code).toBe('access.not-found')
  const scope = { county: '410105', area: '', place: '', health: true, given: helper.account }
  const seen = await inTransaction(house.db, scope, (db) =>
    db.selectFrom('kind_file').select(['id']).where('county', '=', '410105').execute(),
  )
  expect(seen).toEqual([{ id: slip }])
  // Somebody whose door it was finds that it was looked at.
  const { rows } = await sql`select from audit_seen s join audit_line l on l.scope = s.scope and l.id = s.line
    where l.targets ->> 'file' = ${slip} and l.verb = 'requests.errand.get'`.execute(house.owner)
  expect(rows.length).toBeGreaterThan(0)
})

test('what a look shows goes with the look; a correction names its photos again', async () => {
  const thing = newId()
  const [kind] = Object.keys(weakPoint.fields.kind.values ?? {})
  const fields = { name: '菜市场', kind, where: '南门', answers: '市场办' }
  await call(desk, registerVerbs(weakPoint).add, { id: thing, place: here, v: weakPoint.version, fields })
  await sql`update kind_thing set own = 'watched' where id = ${thing}`.execute(house.owner)
  const { record, replace } = roundVerbs(patrol)
  const items = Object.fromEntries(Object.keys(patrol.fields.items.values ?? {}).map((item) => [item, 'yes']))
  const photo = (await put(desk, patrol.name, 'record')).id
  const look = { v: patrol.version, fields: { done: 'seen', items, photos: [photo] } }
  const first = newId()
  await call(desk, record, { id: first, thing, ...look })
  const more = (await put(desk, patrol.name, 'replace')).id
  const right = { ...look, fields: { ...look.fields, photos: [photo, more] } }
  await call(desk, replace, { id: newId(), replaces: first, ...right })
  expect((await fetchPhoto(house, director, patrol.name, more)).status).toBe(200)
  expect((await fetchPhoto(house, neighbour, patrol.name, more)).code).toBe('access.not-found')
  await sql`update kind_check set day = '2020-01-01' where thing = ${thing}`.execute(house.owner)
  await dropEnded(house.db, house.clock.now())
  expect([await rowOf(photo), await rowOf(more)]).toEqual([undefined, undefined])
})

test('a signed sheet is a photo as well: the one who hands waste over signs by hand', async () => {
  const verbs = requestVerbs(waste)
  const { id } = await call(doctor, verbs.begin, {
    ...{ id: newId(), v: waste.version, place: here, way: 'desk', urgency: 'soon', doer: doctor.account, other: here },
    fields: { source: 'clinic', carrier: '绿环收运，豫环许〔2025〕12号' },
  })
  const file = (await put(doctor, waste.name, 'leave', { bytes: png({ width: 64, height: 32 }) })).id
  const lots = [{ class: 'sharps', bags: 1, weight: { n: 0.4, unit: 'kg' } }]
  await call(doctor, verbs.acts['leave'], { id, fields: { lots, signed: { by: '李雪', file } } })
  const seen = await fetchPhoto(house, director, waste.name, file)
  expect([seen.status, seen.headers.get('content-type'), seen.bytes]).toEqual([200, 'image/png', png({ width: 64, height: 32 })])
})

test('the same photo sent again is kept once; another under its id is refused', async () => {
  const { id: file } = await put(desk, mend.name, 'find', { bytes: shot })
  expect(await put(desk, mend.name, 'find', { file, bytes: shot })).toMatchObject({ status: 200, id: file })
  expect((await put(desk, mend.name, 'find', { file, bytes: jpeg({ width: 16 }) })).code).toBe('record.exists')
  expect((await put(director, mend.name, 'find', { file, bytes: shot })).code).toBe('record.exists')
  await find([file])
  expect(await put(desk, mend.name, 'find', { file, bytes: shot })).toMatchObject({ status: 200, id: file })
})

test('what is too big, no picture, too wide or hides something is refused with its code, and nothing of it is kept', async () => {
  const count = async () => (await sql<{ n: number }>`select count(*)::int as n from kind_file`.execute(house.owner)).rows[0]?.n
  const before = await count()
  const codes = []
  for (const bytes of [
    Buffer.concat([jpeg(), Buffer.alloc(photoLimits.bytes)]),
    readFileSync(new URL('../../../test/rosters/residents-410105001003.xlsx', import.meta.url)),
    jpeg({ width: 40_000 }),
    Buffer.concat([jpeg(), Buffer.from('PK\x03\x04')]),
  ])
    codes.push((await put(desk, mend.name, 'find', { bytes })).code)
  expect(codes).toEqual(['kinds.file-too-large', 'kinds.file-not-image', 'kinds.file-too-wide', 'kinds.file-more-inside'])
  expect((await put(desk, mend.name, 'find', { file: 'x' })).code).toBe('request.invalid')
  expect(await count()).toBe(before)
})

test('what nobody made a record of is dropped after a day; what belongs to a record stays', async () => {
  const [loose, kept] = [(await put(desk, mend.name, 'find')).id, (await put(desk, mend.name, 'find')).id]
  await find([kept])
  await dropLooseFiles(house.db, new Date('2026-11-18T09:59:00+08:00'))
  expect(await rowOf(loose)).toBeDefined()
  await dropLooseFiles(house.db, new Date('2026-11-18T10:01:00+08:00'))
  expect([await rowOf(loose), (await rowOf(kept)) !== undefined]).toEqual([undefined, true])
  expect(await codeOf(find([loose]))).toBe('kinds.file-gone')
})

test('a photo goes with its record when its time is over', async () => {
  const photo = (await put(desk, mend.name, 'find')).id
  const { id } = await find([photo])
  await sql`update kind_request set ended_on = '2020-01-01' where id = ${id}`.execute(house.owner)
  await dropEnded(house.db, house.clock.now())
  expect(await rowOf(photo)).toBeUndefined()
})

test('a place keeps so many bytes of photos; beyond them none is kept', async () => {
  const full = await house.as('community-worker', beside)
  await sql`update kind_file set size = 1`.execute(house.owner)
  const { id } = await put(full, mend.name, 'find')
  await sql`update kind_file set size = ${400 * 1024 - 10} where id = ${id}`.execute(house.owner)
  expect((await put(full, mend.name, 'find')).code).toBe('kinds.files-full')
  expect((await put(neighbour, mend.name, 'find')).code).toBe('kinds.files-full')
  expect((await put(desk, mend.name, 'find')).status).toBe(200)
})

test('what a kind keeps with a response is destroyed with it, its photos too', async () => {
  const tixiang = '410105018201'
  const { id: response, close } = await openResponseFor(house, '410105', { from: '2026-11-14', until: '2026-11-28' })
  const health = await house.as('county-health', '410105')
  const leader = await house.as('county-leader', '410105')
  const worker = await house.as('community-worker', tixiang)
  const photo = (await putPhoto(house, worker, { kind: mend.name, act: 'find' })).id
  const { id } = await call(worker, requestVerbs(mend).begin, {
    ...{ id: newId(), v: mend.version, place: tixiang, way: 'desk', urgency: 'soon' },
    fields: { where: '方舱', what: '积水', before: [photo] },
  })
  await sql`update kind_request set ends_with = 'observation' where id = ${id}`.execute(house.owner)
  await close()
  const assessment = { legality: '响应已终止', necessity: '没有诉讼、复议', safety: '两人核对，只留数字', kept: [] }
  const run = await health.call(assessDestruction, { id: newId(), place: '410105', response, assessment })
  expect(run.due['request.observation']).toBe(1)
  await leader.call(decideDestruction, { id: run.id, place: '410105', decision: 'approved', reason: '' })
  expect(await health.call(executeDestruction, { id: run.id, place: '410105' })).toMatchObject({ done: true, left: 0 })
  expect(await rowOf(photo)).toBeUndefined()
})
