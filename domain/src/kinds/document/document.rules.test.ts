import { counted } from '../../counted/units.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../day.ts'
import { choice, day, longText, text, w } from '../fields.ts'
import { service } from '../kind.ts'
import { momentAfter } from '../order.ts'
import { document, type DocumentAct, documentActs, type PaperAct } from './document.ts'
import {
  dueFrom,
  fieldsOfVersion,
  isPaperOverdue,
  longestReview,
  mayActOnPaper,
  paperAbove,
  paperAfter,
  paperOf,
  unsaved,
  whyNotPaperAct,
} from './document.rules.ts'

const notice = document({
  name: 'documents.notice',
  version: 1,
  words: w('通告', 'Notice'),
  unit: counted('份', 'notice', 'notices'),
  area: 'education',
  acts: ['save', 'approve', 'publish', 'receive', 'withdraw'],
  title: 'name',
  letters: '通',
  until: 'last',
  reviewDays: 30,
  postedDays: 15,
  fields: {
    name: text(w('标题', 'Title'), 60),
    matter: longText(w('内容', 'Matter'), 2000, { must: true }),
    last: day(w('到哪天', 'Until')),
  },
  handling: service(w('居民知道要做什么', 'residents know what is asked'), 1095, 'place'),
})
const place = '410105001003'
const now = '2026-11-17T02:00:00.000Z'
const later = '2027-01-01T02:00:00.000Z'
type Said = Omit<PaperAct, 'id' | 'at'>
const said = (act: DocumentAct, version: number, by = 'writer'): Said => ({
  act,
  version,
  by,
  place,
  values: { matter: '测温点搬到东门' },
  ground: '写错了',
})
function told(...all: Said[]): { acts: PaperAct[]; refused: string | undefined } {
  const acts: PaperAct[] = []
  for (const one of all) {
    const refused = whyNotPaperAct(notice, one, paperOf(notice, acts), now)?.code
    if (refused) return { acts, refused }
    acts.push({ ...one, id: `p${acts.length}`, at: momentAfter(acts.at(-1)?.at ?? null, now) })
  }
  return { acts, refused: undefined }
}
const first = [said('save', 1), said('approve', 1, 'second'), said('publish', 1)]

test('a version holds when another person approved it and it was published; the next one takes its place', () => {
  expect(told(said('save', 1), said('approve', 1)).refused).toBe('kinds.second-person')
  const paper = paperOf(notice, told(...first, said('save', 2), said('approve', 2, 'second'), said('publish', 2)).acts)
  expect(paper.versions.map(({ state }) => state)).toEqual(['replaced', 'in-force'])
  expect([paper.in_force, paper.review_on]).toEqual([2, '2026-12-17'])
})

test('who writes on an old version is told of the newest, and an older one is not approved beside it', () => {
  expect(told(...first, said('save', 1)).refused).toBe('kinds.not-newest')
  expect(told(said('save', 1), said('save', 2), said('approve', 1, 'second')).refused).toBe('kinds.not-newest')
})

test('what is posted stays its days, and each place confirms once that it read it', () => {
  const { acts } = told(...first, said('receive', 1), said('receive', 1))
  expect(paperOf(notice, acts).versions[0]?.received.map((one) => one.place)).toEqual([place])
  const code = (at: string) => whyNotPaperAct(notice, said('withdraw', 1), paperOf(notice, acts), at)?.code
  expect([code('2026-12-01T02:00:00.000Z'), code('2026-12-02T02:00:00.000Z')]).toEqual(['kinds.posted-too-short', undefined])
})

test('any order, repeat and loss of acts: the same acts give the same document, and one version at most holds', () => {
  const names = Object.keys(documentActs) as DocumentAct[]
  const tries = fc.array(
    fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 3 }), fc.constantFrom('writer', 'second')),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(tries, fc.nat(), (tried, hole) => {
      const acts: PaperAct[] = []
      for (const [nth, [act, version, by]] of tried.entries()) {
        if (whyNotPaperAct(notice, said(act, version, by), paperOf(notice, acts), now)) continue
        acts.push({ ...said(act, version, by), id: `p${nth}`, at: momentAfter(acts.at(-1)?.at ?? null, now) })
      }
      const paper = paperOf(notice, acts)
      expect(paper.strays).toEqual([])
      expect(acts.reduce((at, act) => paperAfter(notice, at, act), unsaved)).toEqual(paper)
      for (const open of mayActOnPaper(notice, paper, 'second'))
        if (open.act !== 'save')
          expect(whyNotPaperAct(notice, said(open.act, open.version, 'second'), paper, later)?.code).toBe(undefined)
      expect(paper.versions.filter(({ state }) => state === 'in-force').length).toBeLessThanOrEqual(1)
      expect(paperOf(notice, [...acts, ...acts].reverse())).toEqual(paper)
      const some = acts.filter((_, nth) => nth % 3 !== hole % 3)
      expect(paperOf(notice, [...some].reverse())).toEqual(paperOf(notice, some))
    }),
  )
})

test('a version holds under what it was issued with and until the day that it says; a draft that a newer one follows goes no further', () => {
  const issued = { issuer: '体育社区居民委员会', number: '体育社区通〔2026〕1号', code: '7KQ4M2XD9HTR' }
  const { acts } = told(
    { ...said('save', 1), values: { matter: '测温点搬到东门', last: '2026-12-20' } },
    said('approve', 1, 'second'),
    { ...said('publish', 1), issued },
  )
  const paper = paperOf(notice, acts)
  expect(paper.versions[0]).toMatchObject({ state: 'in-force', until: '2026-12-20', issued })
  expect(isPaperOverdue(paper, '2026-12-17')).toBe(false)
  expect(isPaperOverdue(paper, '2026-12-18')).toBe(true)
  const drafts = paperOf(notice, told(...first, said('save', 2), said('save', 3)).acts)
  expect(drafts.versions.map(({ state }) => state)).toEqual(['in-force', 'replaced', 'waiting'])
  expect(told(...first, said('save', 2), said('save', 3), said('withdraw', 2)).refused).toBe('kinds.not-now')
  expect(mayActOnPaper(notice, drafts, 'writer').map(({ act, version }) => `${act} ${version}`)).toEqual([
    ...['withdraw 3', 'receive 1', 'withdraw 1', 'save 4'],
  ])
})

const plan = document({
  ...{ name: 'documents.plan', version: 1, words: w('预案', 'Plan'), unit: counted('份', 'plan', 'plans'), area: 'response' },
  ...{ acts: ['save', 'approve'], title: 'name', letters: '预', above: true },
  ...{ reviewOn: 'look', reviewDays: 365, changed: 'changed', alike: ['sort'] },
  fields: {
    changed: text(w('改了什么', 'Change'), 200),
    sort: choice(w('种类', 'Kind'), { flood: w('汛', 'Flood'), fire: w('火', 'Fire') }, { must: true }),
    name: text(w('名称', 'Name'), 60, { must: true }),
    who: text(w('负责人', 'Who'), 40, { must: true, to: 'office' }),
    look: day(w('复审', 'Review'), { must: true }),
  },
  handling: service(w('有备', 'ready'), 1095, 'place', 'person'),
})
const ready = { sort: 'flood', name: '汛期预案', who: '周敏', look: '2027-11-01' }
const planned = (version: number, values: object = {}, by = 'writer'): Said => ({
  ...{ act: 'save', version, by, place },
  values: { ...ready, ...values },
})
const kept = (...all: Said[]): PaperAct[] =>
  all.map((one, nth) => ({ ...one, id: `p${nth}`, at: new Date(Date.parse(now) + nth).toISOString() }))
const approved = kept(planned(1), { act: 'approve', version: 1, by: 'second', place })

test('what a version changes is asked of every one but the first, and not kept of that', () => {
  expect(Object.keys(fieldsOfVersion(plan, 1))).not.toContain('changed')
  expect(paperOf(plan, kept(planned(1, { changed: '新写' }))).versions[0]?.values).toEqual(ready)
  const why = (values: object) => whyNotPaperAct(plan, planned(2, values), paperOf(plan, approved), now)?.code
  expect([why({}), why({ changed: '改了集合地点' })]).toEqual(['kinds.missing', undefined])
})

test('a later version is of the same document: under its name, of its kind', () => {
  const why = (values: object) =>
    whyNotPaperAct(plan, planned(2, { changed: '改', ...values }), paperOf(plan, approved), now)?.code
  expect([why({ name: '另一份' }), why({ sort: 'fire' }), why({ who: '孙悦' })]).toEqual([
    'kinds.other-paper',
    'kinds.other-paper',
    undefined,
  ])
})

test('a document is looked at again on the day that it says, from tomorrow on, three years from now at the latest', () => {
  const last = addDays('2026-11-17', longestReview)
  const code = (look: string) => whyNotPaperAct(plan, planned(1, { look }), unsaved, now)?.code
  expect(['2026-11-17', '2026-11-18', last, addDays(last, 1)].map(code)).toEqual([
    'kinds.review-day',
    undefined,
    undefined,
    'kinds.review-day',
  ])
  const paper = paperOf(plan, approved)
  expect([paper.review_on, isPaperOverdue(paper, '2027-11-01'), isPaperOverdue(paper, '2027-11-02')]).toEqual([
    '2027-11-01',
    false,
    true,
  ])
  // A newer version that waits moves nothing.
  const [approval] = approved.slice(-1)
  const newer = { ...planned(2, { look: '2028-01-01', changed: '改' }), id: 'p2', at: momentAfter(approval?.at ?? null, now) }
  expect(paperOf(plan, [...approved, newer]).review_on).toBe('2027-11-01')
})

test('somebody has to see to a first version from the day on which it was written, to what holds from the day after its look', () => {
  expect(dueFrom(paperOf(plan, kept(planned(1))))).toBe('2026-11-17')
  expect(dueFrom(paperOf(plan, approved))).toBe('2027-11-02')
  expect(dueFrom(unsaved)).toBe(null)
})

test('above the county nobody is named: who wrote it, and what is for the office alone, are left out', () => {
  const paper = paperAbove(plan, paperOf(plan, approved))
  const { who: _, ...open } = ready
  expect(paper.versions).toMatchObject([{ by: '', state: 'in-force', values: open }])
  expect(JSON.stringify(paper)).not.toMatch(/周敏|writer|second/)
})
