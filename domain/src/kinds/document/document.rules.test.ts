import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, longText, text, w } from '../fields.ts'
import { service } from '../kind.ts'
import { momentAfter } from '../order.ts'
import { document, type DocumentAct, documentActs, type PaperAct } from './document.ts'
import { isPaperOverdue, mayActOnPaper, paperAfter, paperOf, unsaved, whyNotPaperAct } from './document.rules.ts'

const notice = document({
  name: 'documents.notice',
  version: 1,
  words: w('通告', 'Notice'),
  unit: w('份', 'notices'),
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
