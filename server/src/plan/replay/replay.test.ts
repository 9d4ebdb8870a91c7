import { publishDraft, readVersion, saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import { withVersion } from '@wangdi/domain/documents/packs.rules.ts'
import { decideObservation } from '@wangdi/domain/observation/observation.api.ts'
import { listDecisions, replayDecision, replayTerm } from '@wangdi/domain/plan/replay/replay.api.ts'
import { confirmClass, confirmLevel, recordFacts } from '@wangdi/domain/regimes/regimes.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenPerson } from '../../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../../test/house.ts'
import { openResponseFor } from '../../regimes/given.ts'

const county = '410105'
const community = '410105001003'
let house: House
let health: Caller
let director: Caller
const observation = newId()

/** Publishes the next version of a pack of the system, changed. */
async function publishChanged(pack: string, change: (body: string) => string): Promise<void> {
  const [first, second] = [await house.as('policy-editor', ''), await house.as('policy-editor', '')]
  const { body, line } = await first.call(readVersion, { pack })
  const id = newId()
  await first.call(saveDraft, { id, place: '', pack, body: withVersion(change(body), line.version + 1), cases: '', edition: 0 })
  await first.call(submitDraft, { id, edition: 1 })
  await second.call(publishDraft, { id, edition: 2, from: house.clock.today() })
  await house.packs.refresh(true)
}

beforeAll(async () => {
  house = await startHouse()
  health = await house.as('county-health', county)
  director = await house.as('community-director', community)
  await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  const told = { source: '疾控通报', day: '2026-11-17' }
  const total = { name: 'cases.total' as const, value: 12 }
  await health.call(recordFacts, { place: county, ...told, facts: [total, { name: 'cases.new-14-days', value: 3 }] })
  await health.call(recordFacts, { place: community, ...told, facts: [{ name: 'community.cases', value: 1 }] })
  const decided = { from: '2026-11-17', source: '通报', reason: '按通报确认' }
  await health.call(confirmLevel, { ...decided, id: newId(), fact: 'county.risk', place: county, value: 'low' })
  await health.call(confirmClass, { ...decided, id: newId(), place: community, value: 'cases' })
  await health.call(decideObservation, {
    ...{ id: observation, person: await givenPerson(house, community, '林晓'), kind: 'close-contact', day_zero: '2026-11-16' },
    ...{ number: '金卫观〔2026〕1号', issuer: '区卫健委', basis: '流调', known: {} },
    notice: { finding: '密切接触', measure: '观察', rights: '可以申诉', contact: '区卫健委' },
  })
})
afterAll(() => house?.close())

test('what was decided for a place is listed, and each is answered by the rules of then as it was, with its reasons', async () => {
  const { rows, total } = await director.call(listDecisions, { place: community })
  expect(rows.map(({ question, place }) => [question, place]).sort()).toEqual([
    ['class', community],
    ['functions', county],
    ['level', county],
  ])
  expect(total).toBe(3)
  const level = rows.find(({ question }) => question === 'level')
  const response = rows.find(({ question }) => question === 'functions')
  if (!level || !response) throw new Error('level and response')
  const before = await director.call(replayDecision, { kind: 'level', id: level.id })
  expect(before).toMatchObject({ same: true, gave: { zh: '中风险' }, gives: { zh: '中风险' }, day: '2026-11-17' })
  expect(before.facts.find(({ value }) => value.zh === '12')?.words.zh).toContain('累计确诊')
  // The rules which the response names stand there by title and day, not as they are written for machines.
  const known = before.facts.map(({ value }) => value.zh)
  expect(known.some((value) => value.includes('（2020-05-01）'))).toBe(true)
  expect(known.every((value) => !value.includes('@'))).toBe(true)
  expect(before.why.some(({ depth, holds }) => depth > 0 && holds === 'yes')).toBe(true)
  expect(before.source?.document).toContain('分区分级')
  await publishChanged('area-levels', (body) => body.replaceAll('at_most: 50', 'at_most: 5').replaceAll('above: 50', 'above: 5'))
  // Whatever the rules say now, those of then answer as they did.
  expect(await director.call(replayDecision, { kind: 'level', id: level.id })).toEqual(before)
  expect(await director.call(replayDecision, { kind: 'response', id: response.id })).toMatchObject({ same: true })
})

test('the term of an observation is replayed for those who may see observation, and for nobody else', async () => {
  const term = await director.call(replayTerm, { observation })
  expect(term).toMatchObject({ same: true, question: 'term' })
  expect(term.gave.zh).toMatch(/隔离 \d+ 天/)
  await publishChanged('observation-terms', (body) =>
    body.replaceAll(/days: 7\b/g, 'days: 5').replaceAll(/days: 14\b/g, 'days: 9'),
  )
  expect(await director.call(replayTerm, { observation })).toEqual(term)
  const leader = await house.as('county-leader', county)
  await expect(leader.call(replayTerm, { observation })).rejects.toMatchObject({ code: 'access.refused' })
  const elsewhere = await house.as('community-director', '410105001006')
  await expect(elsewhere.call(replayTerm, { observation })).rejects.toMatchObject({ code: 'access.not-found' })
})
