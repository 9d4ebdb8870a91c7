import { refusedCertificates } from '@wangdi/domain/rights/certificates/certificate.ts'
import {
  issueResidenceProof,
  listRefusedCertificates,
  listResidenceProofs,
  readResidenceProof,
  refuseCertificate,
} from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { certificates } from '@wangdi/policy/vocabulary.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDwelling, givenPerson } from '../../../test/given/people.ts'
import { givenPlaces } from '../../../test/given/places.ts'
import { type Caller, type House, type Refused, startHouse } from '../../../test/house.ts'
import { served } from '../../app.ts'

const community = '410105001003'
let house: House
let worker: Caller
let person: string
beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  await givenPlaces(house)
  worker = await house.as('community-worker', community, '刘洋')
  person = await givenPerson(house, community, '陈志强', { dwelling: await givenDwelling(house, community), born: '1985-05-01' })
})
afterAll(() => house.close())

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Refused) => error.code,
  )

test('only two kinds are certified; every other demand is refused with its ground and counted by the body that asked [R-2020P-73]', async () => {
  expect(Object.keys(certificates)).toEqual(['residence-proof', 'release-notice'])
  const issuing = served.filter(({ endpoint }) => endpoint.name.startsWith('rights.issue')).map(({ endpoint }) => endpoint.name)
  expect(issuing).toEqual(['rights.issue-residence-proof'])

  const demand = { place: community, wording: '' }
  const bank = { ...demand, asked_by: '某某银行支行' }
  const school = { ...demand, asked_by: '实验小学' }
  for (const certificate of refusedCertificates.filter((one) => one !== 'other'))
    await worker.call(refuseCertificate, { ...bank, id: newId(), certificate })
  const other = { ...school, certificate: 'other' as const }
  const { answer } = await worker.call(refuseCertificate, { ...other, id: newId(), wording: '无发热证明' })
  expect(answer.zh).toContain('无发热证明')
  expect(answer.zh).toContain('保障二')
  expect(await refusal(worker.call(refuseCertificate, { ...other, id: newId() }))).toBe('rights.say-which')
  expect(await refusal(worker.call(refuseCertificate, { ...other, id: newId(), wording: '居住证明' }))).toBe(
    'rights.certificate-is-issued',
  )
  for (const [role, place] of [
    ['community-director', community],
    ['county-civil-affairs', '410105'],
    ['city-officer', '4101'],
  ] as const) {
    const seen = await (await house.as(role, place)).call(listRefusedCertificates, { place })
    expect(seen.total, role).toBe(21)
    expect(seen.by_body).toEqual([
      { asked_by: '某某银行支行', times: 20, communities: 1 },
      { asked_by: '实验小学', times: 1, communities: 1 },
    ])
    expect(seen.by_certificate).toContainEqual({ certificate: 'other', times: 1 })
  }
  const foreign = await house.as('county-civil-affairs', '410106')
  expect((await foreign.call(listRefusedCertificates, { place: '410106' })).total).toBe(0)
})

test('a proof of residence has the next number of its community and year, and says no more than name, door and day', async () => {
  const issue = (more = {}) => worker.call(issueResidenceProof, { id: newId(), person, asked_by: '用人单位', ...more })
  const { id, number } = await issue()
  expect(number).toBe('居证〔2026〕1号')
  expect((await issue()).number).toBe('居证〔2026〕2号')
  const sheet = await worker.call(readResidenceProof, { id })
  expect(sheet).toMatchObject({ number, name: '陈志强', door: '3号楼2单元402', on: '2026-11-17', by: '刘洋' })
  expect(Object.keys(sheet).sort()).toEqual(['asked_by', 'by', 'community', 'door', 'id', 'name', 'number', 'on', 'place_name'])
  const listed = await worker.call(listResidenceProofs, { place: community })
  expect(listed.rows.map(({ name, number: one }) => `${name} ${one}`)).toContain('陈** 居证〔2026〕1号')
  const homeless = await givenPerson(house, community, '无门牌', { born: '1990-01-01' })
  expect(await refusal(issue({ person: homeless }))).toBe('rights.no-door')
  const neighbour = await house.as('community-worker', '410105001001')
  expect(await refusal(neighbour.call(readResidenceProof, { id }))).toBe('access.not-found')
  const volunteer = await house.as('volunteer', community)
  expect(await refusal(volunteer.call(issueResidenceProof, { id: newId(), person, asked_by: '单位' }))).toBe('access.refused')
})

test('who has moved away gets no proof from that day on; until the day before they still live here', async () => {
  const dwelling = await givenDwelling(house, community, '5号楼', '1', '301')
  const issueFor = async (name: string, left_on: string) => {
    const leaving = await givenPerson(house, community, name, { dwelling, born: '1985-05-01' })
    await house.owner.updateTable('person').set({ left_on }).where('id', '=', leaving).execute()
    return refusal(worker.call(issueResidenceProof, { id: newId(), person: leaving, asked_by: '用人单位' }))
  }
  expect([await issueFor('搬走的人', '2026-11-17'), await issueFor('明天搬的人', '2026-11-18')]).toEqual([
    'rights.moved-away',
    'done',
  ])
})
