// Two people who change one record as both saw it: the first change stands, the other person is told that the record moved.
import { checkArrival, recordArrival } from '@wangdi/domain/people/arrival/arrival.api.ts'
import { partyDuty } from '@wangdi/domain/documents/kinds/party-duty.kind.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { reviewMark, setMark } from '@wangdi/domain/people/people.api.ts'
import { unit as units } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import { saveAccount } from '@wangdi/domain/staff/accounts/account.api.ts'
import { endMember, saveMember } from '@wangdi/domain/staff/team/team.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openResponseFor } from '../../src/regimes/given.ts'
import { callKind } from '../given/kinds.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'
import { atOnce } from './at-once.ts'

const county = '410105'
const community = '410105001003'
const today = '2026-11-17'
let house: House
let one: Caller
let other: Caller

beforeAll(async () => {
  house = await startHouse({ day: today })
  await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  one = await house.as('community-director', community, '周敏')
  other = await house.as('community-director', community, '刘洋')
})
afterAll(() => house.close())

type Ask = (by: Caller) => Promise<unknown>
/** What two directors hear who ask this at once, each of the same version. */
const told = async (table: string, first: Ask, second: Ask = first) =>
  (await atOnce(house, table, [() => first(one), () => second(other)])).toSorted()
const moved = ['done', 'record.moved']

test('a unit', async () => {
  const { add, get, acts } = registerVerbs(units)
  const id = newId()
  const fields = { kind: 'shop', name: '晨光印务', address: '经八路', headcount: 12 }
  await callKind(one, add, { id, place: community, v: 1, fields })
  const seen = (await callKind(one, get, { id })).last_at
  const change: Ask = (by) => callKind(by, acts.change, { id, v: 1, last_at: seen, fields: { ...fields, headcount: 30 } })
  expect(await told('kind_thing', change)).toEqual(['done', 'kinds.changed-meanwhile'])
  const end: Ask = (by) => callKind(by, acts.end, { id, basis: '搬走了' })
  expect(await told('kind_thing', end)).toEqual(['done', 'kinds.not-now'])
})

test('two units entered under one name at once are one', async () => {
  const { add } = registerVerbs(units)
  const fields = { kind: 'shop', name: '百姓药房' }
  const codes = await told('kind_thing', (by) => callKind(by, add, { id: newId(), place: community, v: 1, fields }))
  expect(codes).toEqual(['done', 'kinds.alike-there'])
})

test('a duty of the four parties', async () => {
  const { add, get, acts } = registerVerbs(partyDuty)
  const id = newId()
  const fields = { party: 'unit', holder: '晨光印务', duty: '健康每天问一遍' }
  await callKind(one, add, { id, place: community, v: 1, fields })
  const seen = (await callKind(one, get, { id })).last_at
  const change: Ask = (by) => callKind(by, acts.change, { id, v: 1, last_at: seen, fields: { ...fields, duty: '食堂错峰' } })
  const changed = ['done', 'kinds.changed-meanwhile']
  expect(await told('kind_thing', change)).toEqual(changed)
  // Signed and rewritten at once: nobody's name stands under words that came later.
  const { last_at } = await callKind(one, get, { id })
  expect(
    await told(
      'kind_thing',
      (by) => callKind(by, acts.sign, { id, last_at, signer: '郭工', day: today }),
      (by) => callKind(by, acts.change, { id, v: 1, last_at, fields }),
    ),
  ).toEqual(changed)
})

test('a post in the working group', async () => {
  const post = { id: newId(), place: community, post: 'lead' as const, name: '周敏', phone: null, duty: '', deputy: null }
  await one.call(saveMember, post)
  expect(await told('team_member', (by) => by.call(saveMember, { ...post, deputy: '刘洋', version: 1 }))).toEqual(moved)
  expect(
    await told(
      'team_member',
      (by) => by.call(endMember, { id: post.id, version: 2 }),
      (by) => by.call(saveMember, { ...post, deputy: '孙悦', version: 2 }),
    ),
  ).toEqual(moved)
})

test('an account', async () => {
  const account = { id: newId(), login: `p-${newId().slice(-12)}`, role: 'grid-worker' as const, place: community, phone: null }
  await one.call(saveAccount, { ...account, name: '马晓燕', password: 'abcd-efgh-2345' })
  expect(await told('account', (by) => by.call(saveAccount, { ...account, name: '马小燕', version: 1 }))).toEqual(moved)
})

test('the three administrators of a county are three persons, though two posts are given to one at once', async () => {
  const keepers = [
    await house.as('security-administrator', county, '彭博'),
    await house.as('security-administrator', county, '何静'),
  ]
  const give = (nth: number, role: 'auditor' | 'system-administrator') => () =>
    (keepers[nth] as Caller).call(saveAccount, {
      ...{ id: newId(), login: `p-${newId().slice(-12)}`, name: '沈芳', role, place: county, phone: null },
      password: 'abcd-efgh-2345',
    })
  const codes = await atOnce(house, 'account', [give(0, 'auditor'), give(1, 'system-administrator')])
  expect(codes.toSorted()).toEqual(['done', 'staff.same-person'])
})

test('a mark of a person', async () => {
  const person = await givenPerson(house, community, '孙孕')
  const id = newId()
  await one.call(setMark, { id, person, kind: 'disabled' })
  const review =
    (keep: boolean): Ask =>
    (by) =>
      by.call(reviewMark, { id, version: 1, keep, ...(keep && { review_on: '2027-06-01' }) })
  expect(await told('person_mark', review(true), review(false))).toEqual(moved)
})

test('an arrival', async () => {
  const dwelling = await givenDwelling(house, community)
  const id = newId()
  const entered = { id: newId(), name: '陈小川' }
  await one.call(recordArrival, { id, community, origin: '武汉', arrived_on: today, dwelling, entered })
  const check =
    (state: 'arrived' | 'not-come'): Ask =>
    (by) =>
      by.call(checkArrival, { id, version: 1, state, arrived_on: today, origin_kind: 'low' })
  expect(await told('arrival', check('arrived'), check('not-come'))).toEqual(moved)
})
