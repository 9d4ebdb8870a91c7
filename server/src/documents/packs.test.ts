import { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import {
  listDrafts,
  listVersions,
  publishDraft,
  readDraft,
  readVersion,
  returnDraft,
  saveDraft,
  submitDraft,
} from '@wangdi/domain/documents/packs.api.ts'
import { withVersion } from '@wangdi/domain/documents/packs.rules.ts'
import { readOverControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import { verbsOf } from '@wangdi/domain/access/access.ts'
import { readChanges, readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller, type House, Refused, startHouse } from '../../test/house.ts'
import { dengue, dengueCases } from '../../test/given/packs.ts'
import { mostStale, openPackShelf } from '../platform/library/pack-shelf.ts'
import { makeLog } from '../platform/log.ts'

const henan = '41'
const community = '410105001003'
const elsewhere = '110101001001'
let house: House
let writer: Caller
let publisher: Caller
let nation: [Caller, Caller]

beforeAll(async () => {
  house = await startHouse()
  writer = await house.as('policy-editor', henan, '梁静')
  publisher = await house.as('policy-editor', henan, '石磊')
  nation = [await house.as('policy-editor', '', '方圆'), await house.as('policy-editor', '', '高远')]
})
afterAll(() => house?.close())
beforeEach(() => house.clock.set('2026-11-17T10:00:00+08:00'))

/** The made-up notice under an own name with measures of its own: a test that publishes it finds no version of another one. */
const named = (name: string) => ({
  pack: `${name}-2026`,
  body: dengue.replaceAll('dengue-', `${name}-`),
  cases: dengueCases.replaceAll('dengue-', `${name}-`),
})

async function refusal(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
    return 'none'
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

async function draft(by: Caller, texts: { pack: string; body: string; cases?: string }, place = henan): Promise<string> {
  const id = newId()
  await by.call(saveDraft, { id, place, edition: 0, cases: dengueCases, ...texts })
  return id
}

/** Writes, submits and publishes: two persons, as it must be. */
async function publish(
  [first, second]: readonly [Caller, Caller],
  texts: { pack: string; body: string; cases?: string },
  from: string,
  place = henan,
): Promise<number> {
  const id = await draft(first, texts, place)
  const { edition } = await first.call(submitDraft, { id, edition: 1 })
  return (await second.call(publishDraft, { id, edition, from })).version
}

const planOf = async (place: string, on: string) => {
  const director = await house.as('community-director', place)
  return director.call(readPlan, { place, on })
}
const measuresAt = async (place: string, on: string) => (await planOf(place, on)).items.map(({ id }) => id)

test('a notice on dengue written by hand, with two tiers, is drafted, published by two persons and takes effect in the plan of a community, without a change of code', async () => {
  expect(await measuresAt(community, '2026-11-17')).not.toContain('dengue-turn-pots')
  const id = await draft(writer, { pack: 'dengue-2026', body: dengue })
  const read = await writer.call(readDraft, { id })
  expect(read.findings.filter(({ code }) => !code.startsWith('case.'))).toEqual([])
  expect(read.ran).toBeGreaterThan(2)
  await writer.call(submitDraft, { id, edition: 1 })
  expect(await refusal(writer.call(publishDraft, { id, edition: 2, from: '2026-11-20' }))).toBe('documents.second-person')
  expect((await publisher.call(publishDraft, { id, edition: 2, from: '2026-11-20' })).version).toBe(1)

  expect(await measuresAt(community, '2026-11-19')).not.toContain('dengue-turn-pots')
  const plan = await planOf(community, '2026-11-20')
  expect(plan.items.map(({ id: measure }) => measure)).toEqual(expect.arrayContaining(['dengue-turn-pots']))
  expect(plan.items.find(({ id: measure }) => measure === 'dengue-turn-pots')?.source).toEqual({
    document: '登革热社区防控工作方案（试验用）',
    section: '第二条',
  })
  // The second tier only where cases were found.
  expect(plan.items.map(({ id: measure }) => measure)).not.toContain('dengue-spray')
  expect(await measuresAt(elsewhere, '2026-11-20')).not.toContain('dengue-turn-pots')
})

test('a version is signed with the key of the house, its text stays as it was published, and a changed row is not used', async () => {
  const signed = named('signed')
  await publish([writer, publisher], signed, '2026-11-20')
  const { line, body, versions } = await publisher.call(readVersion, { pack: signed.pack })
  expect(line).toMatchObject({ version: 1, submitted_by: '梁静', published_by: '石磊', state: 'coming', from: '2026-11-20' })
  expect(line.key).toBe(house.signer.key)
  expect(body).toBe(signed.body)
  expect(versions).toHaveLength(1)
  await expect(sql`update pack_version set body = 'x'`.execute(house.db)).rejects.toThrow(/permission denied/)
  await sql`update pack_version set valid_from = '2026-11-18' where pack = ${signed.pack}`.execute(house.owner)
  const other = await shelf()
  expect(other.versions().map(({ pack }) => pack)).not.toContain(signed.pack)
  await sql`update pack_version set valid_from = '2026-11-20' where pack = ${signed.pack}`.execute(house.owner)
  expect((await shelf()).versions().map(({ pack }) => pack)).toContain(signed.pack)
})

/** The shelf of another server process on the same database. */
const shelf = (elapsed?: () => number) =>
  openPackShelf({
    ...{ db: house.db, signer: house.signer, log: makeLog('silent') },
    ...{ today: house.clock.today(), now: house.clock.now(), ...(elapsed && { elapsed }) },
  })

test('another server process answers by a new version after two seconds at the latest, and asks the database no oftener', async () => {
  const soon = named('soon')
  let elapsed = 0
  const other = await shelf(() => elapsed)
  const versions = () => other.versions().filter(({ pack }) => pack === soon.pack).length
  const before = versions()
  await publish([writer, publisher], soon, '2026-12-01')
  elapsed = mostStale - 1
  await other.refresh()
  expect(versions()).toBe(before)
  elapsed = mostStale
  await other.refresh()
  expect(versions()).toBe(before + 1)
})

test('a new version takes the place of the one before from its day; the past keeps its rules', async () => {
  const first = named('turned')
  const weekly = (text: string) => text.replaceAll('turned-turn-pots', 'turned-turn-pots-weekly')
  await publish([writer, publisher], first, '2026-11-20')
  await publish([writer, publisher], { ...first, body: withVersion(first.body, 2) }, '2026-12-01')
  const third = { ...first, body: withVersion(weekly(first.body), 3), cases: weekly(first.cases) }
  await publish([writer, publisher], third, '2026-12-10')
  expect(await measuresAt(community, '2026-12-09')).toContain('turned-turn-pots')
  const after = await measuresAt(community, '2026-12-10')
  expect(after).toContain('turned-turn-pots-weekly')
  expect(after).not.toContain('turned-turn-pots')
  const { packs } = await writer.call(listVersions, { place: henan, on: '2026-12-05' })
  const states = packs.filter(({ pack }) => pack === first.pack).map(({ version, state }) => `${version} ${state}`)
  expect(states).toEqual(['3 coming', '2 in-force', '1 past'])
})

test('findings come with text and line, and nothing with a finding is submitted', async () => {
  const body = dengue.replace('community.class: [cases', 'community.clas: [cases')
  const line = body.split('\n').findIndex((each) => each.includes('community.clas:')) + 1
  const id = await draft(writer, { pack: 'dengue-2026', body })
  const { findings } = await writer.call(readDraft, { id })
  expect(findings).toEqual([expect.objectContaining({ file: 'pack.yaml', code: 'fact.unknown', line })])
  expect(await refusal(writer.call(submitDraft, { id, edition: 1 }))).toBe('documents.findings')
  const wrong = dengueCases.replace('has: [dengue-turn-pots]', 'has: [dengue-spray]')
  await writer.call(saveDraft, { id, place: henan, pack: 'dengue-2026', body: dengue, cases: wrong, edition: 1 })
  const failed = (await writer.call(readDraft, { id })).findings.filter(({ code }) => code === 'case.failed')
  expect(failed).toEqual([expect.objectContaining({ file: 'cases.yaml', line: 1 })])
  for (const text of ['x: &a [1]\ny: *a', `a: ${'['.repeat(5000)}`, '{{{', '- : : x', ''])
    await writer.call(saveDraft, {
      ...{ id: newId(), place: henan, pack: 'broken', body: text, cases: text, edition: 0 },
    })
  for (const { id: each, pack } of (await writer.call(listDrafts, { place: henan })).drafts)
    if (pack === 'broken') expect((await writer.call(readDraft, { id: each })).findings.length).toBeGreaterThan(0)
})

test('a pack of a province that restricts more than the nation allows says which line; it is published by name and with its ground only, and stands on the over-control board [R-2020P-79]', async () => {
  const body = dengue.replace(
    'evidence: [visits.disinfection]',
    'evidence: [visits.disinfection]\n    allows: [community-closure]',
  )
  const id = await draft(writer, {
    pack: 'dengue-strict',
    body: body.replace('id: dengue-2026', 'id: dengue-strict').replaceAll('id: dengue-', 'id: strict-'),
    cases: dengueCases.replaceAll('dengue-', 'strict-'),
  })
  const { findings } = await writer.call(readDraft, { id })
  expect(findings.map(({ code }) => code)).toContain('local.restricts-more')
  expect(findings.find(({ code }) => code === 'local.restricts-more')?.line).toBeGreaterThan(1)
  await writer.call(submitDraft, { id, edition: 1 })
  const publishing = { id, edition: 2, from: '2026-11-20' }
  expect(await refusal(publisher.call(publishDraft, publishing))).toBe('documents.restricts-more')
  const board = async () => {
    const minister = await house.as('nation-officer', '')
    const { rows } = await minister.call(readOverControl, { place: henan, show: 'all' })
    return rows.filter(({ source }) => source === 'pack')
  }
  expect(await board()).toEqual([])
  const ground = { words: '本省病例多', authority: '省防控指挥部', number: '豫指〔2026〕9号' }
  await publisher.call(publishDraft, { ...publishing, beyond: ground })
  expect(await board()).toEqual([
    expect.objectContaining({
      ...{ place: henan, state: 'found', since: '2026-11-20', reason: ground.words, order: '省防控指挥部 豫指〔2026〕9号' },
      findings: [expect.objectContaining({ kind: 'beyond-tier' })],
      may: expect.arrayContaining(['warned', 'stop-ordered', 'allowed']),
    }),
  ])
})

test("an editor writes for the own place only, begins no version in the past, and settles nobody else's newer text", async () => {
  const beijing = await house.as('policy-editor', '11')
  const mine = named('mine')
  const own = await draft(writer, mine)
  expect(await refusal(beijing.call(readDraft, { id: own }))).toBe('access.not-found')
  const foreign = await draft(beijing, named('foreign'), '11')
  const codesOf = async (by: Caller, id: string) => (await by.call(readDraft, { id })).findings.map(({ code }) => code)
  expect(await codesOf(beijing, foreign)).toContain('documents.other-place')
  expect(await refusal(beijing.call(submitDraft, { id: foreign, edition: 1 }))).toBe('documents.other-place')
  await writer.call(submitDraft, { id: own, edition: 1 })
  const wrongNumber = await draft(writer, { ...mine, body: withVersion(mine.body, 9) })
  expect(await codesOf(writer, wrongNumber)).toContain('documents.version-number')
  expect(await refusal(writer.call(submitDraft, { id: wrongNumber, edition: 1 }))).toBe('documents.version-number')
  expect(await refusal(publisher.call(publishDraft, { id: own, edition: 2, from: '2026-11-16' }))).toBe('documents.into-the-past')
  const changed = { id: own, place: henan, ...mine, edition: 2 }
  expect(await refusal(writer.call(saveDraft, changed))).toBe('documents.not-editable')
  await publisher.call(returnDraft, { id: own, edition: 2, to: 'draft', note: '第二条请写明谁来做' })
  expect((await writer.call(readDraft, { id: own })).line).toMatchObject({
    state: 'draft',
    note: '第二条请写明谁来做',
    edition: 3,
  })
  expect(await refusal(writer.call(saveDraft, changed))).toBe('record.moved')
})

test('the packs of the system are the first versions; a version published here replaces one for the whole country', async () => {
  const { body, cases, line } = await nation[0].call(readVersion, { pack: 'key-person-colours' })
  expect(line).toMatchObject({ version: 1, source: 'house', state: 'in-force' })
  expect(await publish(nation, { pack: 'key-person-colours', body: withVersion(body, 2), cases }, '2026-11-18', '')).toBe(2)
  expect((await writer.call(readVersion, { pack: 'key-person-colours' })).line).toMatchObject({ version: 2, state: 'coming' })
})

test('the version of a pack of the system is the one its text says, and the first version from here follows it', async () => {
  const { packs } = await nation[0].call(listVersions, { place: '', on: '2026-11-17' })
  const house = packs.filter(({ source }) => source === 'house')
  expect(house.length).toBeGreaterThan(10)
  for (const { pack, version } of house) {
    const { body } = await nation[0].call(readVersion, { pack, version })
    expect([pack, /^version: (\d+)$/m.exec(body)?.[1]]).toEqual([pack, String(version)])
  }
  const { body, cases, line } = await nation[0].call(readVersion, { pack: 'area-levels' })
  expect(line.version).toBe(3)
  const again = await draft(nation[0], { pack: 'area-levels', body, cases }, '')
  expect((await nation[0].call(readDraft, { id: again })).next_version).toBe(4)
  expect(await refusal(nation[0].call(submitDraft, { id: again, edition: 1 }))).toBe('documents.version-number')
  expect(await publish(nation, { pack: 'area-levels', body: withVersion(body, 4), cases }, '2026-11-19', '')).toBe(4)
})

test('a phone fetches its doors anew with the first sync after rules of its place took effect, and no phone elsewhere does', async () => {
  const here = await house.as('grid-worker', community)
  const there = await house.as('grid-worker', elsewhere)
  const positions = await Promise.all([here, there].map(async (phone) => ({ phone, at: await phone.call(readSnapshot, {}) })))
  const changes = () =>
    Promise.all(
      positions.map(({ phone, at: { cursor, epoch, scope } }) =>
        refusal(phone.call(readChanges, { since: cursor, epoch, scope })),
      ),
    )
  expect(await changes()).toEqual(['none', 'none'])
  await publish([writer, publisher], named('flu'), '2026-11-17')
  expect(await changes()).toEqual(['sync.start-over', 'none'])
  const { body, cases, line } = await nation[0].call(readVersion, { pack: 'observation-terms' })
  const next = { pack: 'observation-terms', body: withVersion(body, line.version + 1), cases }
  await publish(nation, next, '2026-11-18', '')
  house.clock.set('2026-11-18T10:00:00+08:00')
  // Rules of the whole country changed with that day.
  expect(await changes()).toEqual(['sync.start-over', 'sync.start-over'])
})

test('a policy editor sees no resident: no verb of theirs opens personal rows', async () => {
  const personal = ['people.', 'places.', 'health.', 'observation.', 'rounds.', 'sync.', 'reports.', 'staff.list', 'staff.save']
  const verbs = Object.entries(verbsOf('policy-editor'))
  // The tree of places has their names and counts, and nobody in it.
  const opened = verbs.map(([verb]) => verb).filter((verb) => personal.some((one) => verb.startsWith(one)))
  expect(opened).toEqual(['places.tree'])
  expect(new Set(verbs.map(([, reach]) => reach))).not.toContain('area')
})
