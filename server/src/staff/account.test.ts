import type { Role } from '@wangdi/domain/roles.ts'
import {
  endSessions,
  listAccounts,
  listColleagues,
  resetPassword,
  saveAccount,
  switchOff,
  switchOn,
} from '@wangdi/domain/staff/accounts/account.api.ts'
import { endSession, listSessions, readSession, setClock } from '@wangdi/domain/staff/session.api.ts'
import { endMember, readTeam, saveMember } from '@wangdi/domain/staff/team/team.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, Refused, startHouse } from '../../test/house.ts'

const tixiang = '410105001003'
const neighbour = '410105001001'
let house: House
let director: Caller
let keeper: Caller
beforeAll(async () => {
  house = await startHouse()
  director = await house.as('community-director', tixiang)
  keeper = await house.as('security-administrator', '410105')
})
afterAll(() => house.close())

const password = 'abcd-efgh-2345'
const person = (role: Role, place: string, more: object = {}) => ({
  id: newId(),
  login: `p-${newId().slice(-12)}`,
  name: '王敏',
  role,
  place,
  phone: null,
  password,
  ...more,
})
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  )
async function signIn(login: string, typed: string) {
  const answer = await fetch(`${house.url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: typed }),
  })
  return ((await answer.json()) as { state?: string; code?: string }).state ?? 'refused'
}

test('a director opens an account for a grid worker, who signs in and must choose a password', async () => {
  const worker = person('grid-worker', tixiang, { name: '冉小鹭', phone: '19900001234' })
  expect(await director.call(saveAccount, worker)).toEqual({ id: worker.id, version: 1 })
  expect(await signIn(worker.login, password)).toBe('signed-in')
  const { rows } = await director.call(listAccounts, { text: '小鹭' })
  expect(rows).toMatchObject([{ login: worker.login, name: '冉小鹭', role: 'grid-worker', active: true }])
  expect(await refusal(director.call(saveAccount, { ...worker, id: newId() }))).toBe('staff.login-taken')
})

test('nobody gives a role above their own reach, or in a place that is not theirs', async () => {
  expect(await refusal(director.call(saveAccount, person('community-director', tixiang)))).toBe('staff.above-reach')
  expect(await refusal(director.call(saveAccount, person('county-leader', '410105')))).toBe('access.not-found')
  expect(await refusal(director.call(saveAccount, person('grid-worker', neighbour)))).toBe('access.not-found')
  expect(await refusal(keeper.call(saveAccount, person('city-officer', '4101')))).toBe('access.not-found')
  expect(await refusal(keeper.call(saveAccount, person('grid-worker', '410122101205')))).toBe('access.not-found')
  expect(await refusal(keeper.call(saveAccount, person('grid-worker', '410105001')))).toBe('staff.wrong-level')
  const worker = await house.as('grid-worker', tixiang)
  expect(await refusal(worker.call(saveAccount, person('volunteer', tixiang)))).toBe('access.refused')
})

test('a director cannot touch an account above, nor anybody their own', async () => {
  const colleague = await house.as('community-director', tixiang, '另一位')
  expect(await refusal(director.call(resetPassword, { id: colleague.account, password }))).toBe('staff.above-reach')
  expect(await refusal(director.call(switchOff, { id: keeper.account, version: 1 }))).toBe('access.not-found')
  expect(await refusal(keeper.call(resetPassword, { id: keeper.account, password }))).toBe('staff.own-account')
})

test('the three administrators of a county are three persons', async () => {
  const auditor = person('auditor', '410105', { name: '沈芳', phone: '19900005555' })
  await keeper.call(saveAccount, auditor)
  expect(await refusal(keeper.call(saveAccount, person('system-administrator', '410105', { name: '沈芳' })))).toBe(
    'staff.same-person',
  )
  const samePhone = person('system-administrator', '410105', { name: '别名', phone: '19900005555' })
  expect(await refusal(keeper.call(saveAccount, samePhone))).toBe('staff.same-person')
  expect(await refusal(keeper.call(saveAccount, person('system-administrator', '410105', { name: '彭博' })))).toBe('done')
})

test('an account that is switched off is out at once, keeps its records, and comes back with a new password', async () => {
  const worker = await house.as('grid-worker', tixiang, '刘静')
  const { rows } = await director.call(listAccounts, { text: '刘静' })
  const login = rows[0]?.login ?? ''
  const off = await director.call(switchOff, { id: worker.account, version: 1 })
  expect(await refusal(worker.call(readSession, {}))).toBe('session.signed-out')
  expect(await signIn(login, 'only-in-tests-2026')).toBe('refused')
  expect(await refusal(director.call(resetPassword, { id: worker.account, password }))).toBe('staff.switched-off')
  expect(await refusal(director.call(switchOn, { id: worker.account, version: 1, password }))).toBe('record.moved')
  await director.call(switchOn, { ...off, password })
  expect(await signIn(login, password)).toBe('signed-in')
})

test('a lost phone: its session is ended, by its owner or by the security administrator, and the authenticator forgotten', async () => {
  const leader = await house.as('county-leader', '410105', '赵明')
  const { sessions } = await leader.call(listSessions, {})
  expect(sessions).toMatchObject([{ current: true }])
  await keeper.call(endSessions, { id: leader.account })
  expect(await refusal(leader.call(readSession, {}))).toBe('session.signed-out')
  await keeper.call(resetPassword, { id: leader.account, password, secondFactor: true })
  const { rows } = await keeper.call(listAccounts, { text: '赵明' })
  expect(await signIn(rows[0]?.login ?? '', password)).toBe('signed-in')

  const worker = await house.as('grid-worker', tixiang)
  const own = (await worker.call(listSessions, {})).sessions[0]?.id ?? ''
  expect(await refusal(director.call(endSession, { session: own }))).toBe('access.not-found')
  await worker.call(endSession, { session: own })
  expect(await refusal(worker.call(readSession, {}))).toBe('session.signed-out')
})

test('a session says who, where, what is allowed and that emergency functions are closed in ordinary times [R-LAW-1]', async () => {
  const worker = await house.as('grid-worker', tixiang, '马晓燕')
  const session = await worker.call(readSession, {})
  expect(session).toMatchObject({
    account: { name: '马晓燕', role: 'grid-worker', place: tixiang },
    needs: null,
    demo: false,
    now: expect.stringMatching(/^2026-11-17T02:00/),
  })
  expect(session.places.map(({ code }) => code)).toEqual(['', '41', '4101', '410105', '410105001', tixiang])
  expect(session.access['session.read']).toBe('own')
  expect(session.access['staff.save']).toBeUndefined()
  for (const one of Object.values(session.functions)) expect(one).toMatchObject({ open: false, why: { zh: expect.any(String) } })
  expect(await refusal(worker.call(setClock, { moment: null }))).toBe('access.not-found')
})

test('a worker sees who else works in the community and how to call them, not who works next door', async () => {
  const worker = await house.as('grid-worker', neighbour, '隔壁')
  const { colleagues } = await worker.call(listColleagues, {})
  expect(colleagues.map(({ name }) => name)).toEqual(['隔壁'])
})

test('a working group shows its empty posts, and the chain of secretaries up to the province [R-2020A-2][R-2023-8]', async () => {
  expect(await director.call(readTeam, { community: tixiang })).toMatchObject({
    members: [],
    empty: ['secretary', 'lead', 'doctor', 'member'],
  })
  const member = (post: 'secretary' | 'lead' | 'doctor', name: string, place = tixiang) => ({
    id: newId(),
    place,
    post,
    name,
    phone: null,
    duty: '',
    deputy: null,
  })
  const lead = member('lead', '周敏')
  await director.call(saveMember, lead)
  await director.call(saveMember, member('doctor', '韩志远'))
  const street = await house.as('street-officer', '410105001')
  await street.call(saveMember, member('secretary', '陈建国', '410105001'))
  expect(await refusal(director.call(saveMember, member('secretary', '我', '410105001')))).toBe('access.not-found')
  // Above the county nobody below is named, and so nobody is given a post there.
  const city = await house.as('city-officer', '4101')
  expect(await refusal(city.call(saveMember, member('secretary', '他', '410105001')))).toBe('access.not-found')
  const team = await director.call(readTeam, { community: tixiang })
  expect(team).toMatchObject({ empty: ['secretary', 'member'], withoutDeputy: ['lead', 'doctor'] })
  expect(team.chain.map(({ place, secretary }) => [place, secretary?.name ?? null])).toEqual([
    ['41', null],
    ['4101', null],
    ['410105', null],
    ['410105001', '陈建国'],
    [tixiang, null],
  ])
  await director.call(endMember, { id: lead.id, version: 1 })
  expect((await director.call(readTeam, { community: tixiang })).empty).toContain('lead')
})
