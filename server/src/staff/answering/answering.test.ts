import { listAnswering, showDutyPhone } from '@wangdi/domain/staff/answers-for.ts'
import { saveMember } from '@wangdi/domain/staff/team/team.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealDutyPhone } from '../duty-phone.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

const town = '410105001003'
const beside = '410105001001'
const county = '410105'
let house: House
let director: Caller
let street: Caller
beforeAll(async () => {
  house = await startHouse()
  director = await house.as('community-director', town, '周敏')
  street = await house.as('street-officer', '410105001', '陈建国')
})
afterAll(() => house.close())

const phoneOf = (caller: Caller, phone: string) =>
  house.owner.updateTable('account').set(sealDutyPhone(house.fields, phone)).where('id', '=', caller.account).execute()

test('of a community the lead of its working group is to be called, without one its director, and no number is told unasked', async () => {
  await phoneOf(director, '19900001234')
  const [only] = (await street.call(listAnswering, { place: '410105001' })).rows
  expect(only).toMatchObject({ place: town, by: 'account', name: '周敏', role: 'community-director', has_phone: true })
  const post = { place: town, post: 'lead' as const, name: '郭玉涛', phone: '19900005678', duty: '', deputy: '李卫东' }
  await director.call(saveMember, { id: newId(), ...post })
  const { rows } = await street.call(listAnswering, { place: '410105001' })
  expect(rows).toMatchObject([{ place: town, by: 'post', name: '郭玉涛', post: 'lead', deputy: '李卫东', has_phone: true }])
  expect(JSON.stringify(rows)).not.toContain('1990000')
})

test('a number is shown on asking, and who asked for whose stands in the audit', async () => {
  const [lead] = (await street.call(listAnswering, { place: town })).rows
  const { phone } = await street.call(showDutyPhone, { place: town, by: lead?.by ?? 'post', id: lead?.id ?? '' })
  expect(phone).toBe('19900005678')
  const { rows } = await sql<{ account: string; targets: unknown; place: string }>`
    select account, targets, place from audit_line where verb = 'staff.show-duty-phone'`.execute(house.owner)
  expect(rows).toEqual([{ account: street.account, targets: { member: lead?.id }, place: town }])
})

test('only who answers for that very community is shown, to street and county alone', async () => {
  const worker = await house.as('grid-worker', town, '马晓燕')
  await phoneOf(worker, '19900009999')
  const ask = (caller: Caller, place: string, id: string) => caller.call(showDutyPhone, { place, by: 'account', id })
  await expect(ask(street, town, worker.account)).rejects.toMatchObject({ code: 'access.not-found' })
  await expect(ask(street, beside, director.account)).rejects.toMatchObject({ code: 'access.not-found' })
  const leader = await house.as('county-leader', county)
  expect(await ask(leader, town, director.account)).toEqual({ phone: '19900001234' })
  for (const other of [await house.as('city-officer', '4101'), worker])
    await expect(other.call(listAnswering, { place: town })).rejects.toMatchObject({ code: 'access.refused' })
  const far = await house.as('county-leader', '410122')
  await expect(ask(far, town, director.account)).rejects.toMatchObject({ code: 'access.not-found' })
})
