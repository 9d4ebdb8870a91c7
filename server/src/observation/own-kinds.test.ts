import { decideObservation, listObservations, proposeObservation } from '@wangdi/domain/observation/observation.api.ts'
import type { Known, PersonKind } from '@wangdi/domain/observation/observation.ts'
import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import { readProposal } from '@wangdi/domain/regimes/regimes.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishDengue } from '../../test/given/dengue.ts'
import { givenDwelling, givenPerson } from '../../test/given/people.ts'
import { type Caller, type House, type Refused, startHouse } from '../../test/house.ts'
import { openResponseFor, testRules } from '../regimes/given.ts'

const county = '410105'
const community = '410105001003'
let house: House
let health: Caller
let doctor: Caller
let person: string

beforeAll(async () => {
  house = await startHouse({ day: '2026-11-17' })
  house.clock.set('2026-11-17T10:00:00+08:00')
  await publishDengue(house, '2026-11-18')
  house.clock.set('2026-11-18T10:00:00+08:00')
  const term = { from: '2026-11-18', until: '2026-12-31' }
  await openResponseFor(house, county, { ...term, rules: 'dengue-2026@2026-11-18' })
  await openResponseFor(house, county, { ...term, rules: testRules })
  health = await house.as('county-health', county, '韩志远')
  doctor = await house.as('community-doctor', community, '李文静')
  person = await givenPerson(house, community, '周桂兰', { dwelling: await givenDwelling(house, community, '3号楼', '2', '501') })
})
afterAll(() => house?.close())

const propose = (kind: string, known: Known = {}) =>
  doctor.call(proposeObservation, { person, kind: kind as PersonKind, day_zero: '2026-11-17', known })
const order = (kind: string, more: object = {}) =>
  health.call(decideObservation, {
    ...{ id: newId(), person, kind: kind as PersonKind, day_zero: '2026-11-17', known: {}, number: newId().slice(-8) },
    ...{ issuer: '区疾控', basis: '从流行区回来' },
    notice: { finding: '流行区返回', measure: '健康监测 14 天', rights: '不服可以复议', contact: '李文静 19900000001' },
    ...more,
  })
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (error: Refused) => error.code,
  )

describe('a kind of person that a published notice brings', () => {
  test('is offered with what the notice asks of a person, and the plan says its term beside those about something else', async () => {
    const { kinds, of_persons } = await doctor.call(readProposal, { place: community })
    expect(kinds.map(({ name, words }) => [name, words.zh])).toEqual([
      ['dengue-2026/fever-case', '登革热病例'],
      ['dengue-2026/returned', '流行区返回人员'],
    ])
    expect(of_persons).toMatchObject([{ name: 'dengue-2026/net', type: 'choice', words: { zh: '住处有蚊帐或纱窗' } }])
    const plan = await doctor.call(readPlan, { place: community })
    expect(plan.subjects.map(({ subject, open }) => [subject, open])).toEqual([
      ['covid', true],
      ['dengue', true],
    ])
  })

  test('has its own term: monitoring and no isolation, with tests for whom the notice says, or nothing at all', async () => {
    const usual = await propose('dengue-2026/returned')
    expect(usual).toMatchObject({ subject: 'dengue', kind_words: { zh: '流行区返回人员' }, last_day: '2026-12-01' })
    expect(usual.phases).toEqual([{ where: 'monitoring', from: '2026-11-17', until: '2026-12-01', tests: [] }])
    expect(usual.term.missing).toContain('dengue-2026/net')
    const tested = await propose('dengue-2026/returned', { own: [{ name: 'dengue-2026/net', value: 'no' }] })
    expect(tested.phases[0]?.tests).toEqual(['2026-11-20', '2026-11-24'])
    expect((await propose('dengue-2026/fever-case')).phases).toEqual([])
    expect(await refusal(order('dengue-2026/fever-case'))).toBe('observation.rule-asks-none')
    // Those of the other response keep theirs.
    expect((await propose('close-contact')).phases.map(({ where }) => where)).toEqual(['central', 'monitoring'])
  })

  test('is refused where no notice in force brings it, and with what the notice does not know', async () => {
    expect(await refusal(propose('dengue-2026/tourist'))).toBe('observation.kind-unknown')
    expect(await refusal(propose('dengue-2026/returned', { own: [{ name: 'dengue-2026/net', value: 'maybe' }] }))).toBe(
      'observation.fact-unknown',
    )
    expect(await refusal(propose('dengue-2026/returned', { own: [{ name: 'dengue-2026/breteau', value: 3 }] }))).toBe(
      'observation.fact-unknown',
    )
  })

  test('is ordered as proposed and never longer or harder, and its order says what it is about', async () => {
    const isolating = { phases: [{ where: 'home', days: 7, test_days: [] }], reason: '保险起见' }
    expect(await refusal(order('dengue-2026/returned', isolating))).toBe('observation.beyond-rule')
    await order('dengue-2026/returned')
    await order('close-contact')
    const { rows } = await health.call(listObservations, { place: county })
    expect(rows.map(({ kind_words, subject }) => [kind_words.zh, subject]).sort()).toEqual([
      ['密切接触者', 'covid'],
      ['流行区返回人员', 'dengue'],
    ])
  })
})
