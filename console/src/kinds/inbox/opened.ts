import { unitWords } from '@wangdi/domain/counted/units.ts'
import { addDays } from '@wangdi/domain/day.ts'
import { declared } from '@wangdi/domain/declared.ts'
import type { WaitingRow } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import type { Waitings } from '@wangdi/domain/kinds/inbox/waiting.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import { type WaitingName, waitings } from '@wangdi/domain/waiting.ts'
import type { Static } from 'typebox'
import type { OpenedList } from '../../lists/Counted.tsx'
import { recordWay } from '../../lists/ways/record-way.ts'

/** One line of what waits. */
export type Waiting = Static<typeof WaitingRow>

const backDays = 14

// Where each stands: the one thing, or the list that has exactly those which the number counts.
const opens: Readonly<Record<WaitingName, (row: Waiting, today: Day) => OpenedList>> = {
  'documents.unread': ({ id }) => ({ to: `/library/${id}` }),
  'documents.task': ({ id }) => ({ to: `/library/${id}` }),
  'documents.draft': ({ id }) => ({ to: `/packs/draft/${id}` }),
  'regimes.order-draft': ({ id }) => ({ to: '/orders/new', search: { draft: id } }),
  'regimes.order-ending': ({ id }) => ({ to: `/orders/${id}` }),
  'rounds.open': ({ id }) => ({ to: '/rounds', search: { round: id } }),
  'rounds.finding': ({ id }) => ({ to: '/inspections', search: { inspection: id } }),
  'rounds.finding-right': ({ id }) => ({ to: '/inspections', search: { inspection: id } }),
  'observation.alerts': () => ({ to: '/observation/alerts', rows: 'alerts' }),
  'observation.undecided': (_, today) => ({
    ...{ to: '/arrivals', rows: 'arrivals', search: { undecided: true, from: addDays(today, -backDays), to: today } },
  }),
  'observation.unchecked': (_, today) => ({
    ...{ to: '/arrivals', rows: 'arrivals' },
    search: { unchecked: true, state: 'arrived', from: addDays(today, -backDays), to: today },
  }),
  'observation.releases': () => ({ to: '/observation', search: { show: 'release' }, rows: 'observations-release' }),
  'observation.handovers': () => ({ to: '/observation', search: { show: 'handover' }, rows: 'observations-handover' }),
  'observation.calls': () => ({ to: '/observation', search: { show: 'calls' }, rows: 'observations-calls' }),
  'requests.open': ({ id }) => ({ to: '/requests', search: { request: id } }),
  'requests.side': ({ id }) => ({ to: '/requests', search: { request: id } }),
  'requests.review': ({ id }) => ({ to: '/requests', search: { request: id } }),
  'requests.proposed': () => ({ to: '/proposed-errands', rows: 'proposed-open' }),
  'reports.daily': ({ id }) => ({ to: '/reports', search: { day: id } }),
  'reports.demands': () => ({ to: '/reports/demands', search: { show: 'undecided' }, rows: 'demands-undecided' }),
  'plan.marks': () => ({ to: '/key-groups', search: { group: 'all', shown: 'review' }, rows: 'review-due' }),
  'plan.colours': () => ({ to: '/tiers', search: { state: 'unconfirmed' }, rows: 'tiers' }),
  'plan.control-asked': ({ id, about }) => ({ to: '/over-control', search: { case: id }, place: about }),
  'plan.control-answered': ({ id, about }) => ({ to: '/over-control', search: { case: id }, place: about }),
  'plan.own-measure': ({ about }) => ({ to: '/plan', place: about }),
  'rights.destruction': ({ id }) => ({ to: `/rights/endings/${id}` }),
  'rights.destruction-left': ({ id }) => ({ to: `/rights/endings/${id}` }),
  'plan.notices': () => ({ to: '/observation', search: { show: 'undelivered' }, rows: 'observations-undelivered' }),
}

const isJoined = (what: string): what is WaitingName => Object.hasOwn(opens, what)

/** What a line opens: the one thing it is, or the list of those it counts; nothing where this build has none. */
export function openedBy(row: Waiting, today: Day): OpenedList | undefined {
  if (isJoined(row.what)) return opens[row.what](row, today)
  const kind = declared.find(({ name }) => name === row.what)
  if (!kind) return undefined
  const to = `/k/${row.what.replace('.', '/')}`
  return recordWay(kind, row.id) ?? { to, search: { show: 'not-reached' }, rows: `${row.what.replace('.', '-')}-not-reached` }
}

/** What a line counts that stands for many, in the word for that number. */
export function unitOf({ what, n }: Waiting): Words {
  const joined: Waitings = waitings
  return unitWords(joined[what]?.unit ?? 'case', n ?? 0)
}

/** What something that waits is called. */
export const wordsOfWaiting = (what: string) =>
  isJoined(what) ? waitings[what].words : (declared.find(({ name }) => name === what)?.words ?? { zh: what, en: what })
