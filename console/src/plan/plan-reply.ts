import type { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import type { Evidence, EvidenceList, PlanItem } from '@wangdi/domain/plan/plan.ts'
import type { ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import { type MarkState } from '@wangdi/ui/marks/StateMark.tsx'
import { addDays } from '@wangdi/domain/day.ts'
import { unit } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { EvidenceName } from '@wangdi/policy/vocabulary.ts'
import { useRouter } from '@tanstack/react-router'
import type { Static } from 'typebox'
import type { CountedPart } from '@wangdi/domain/kinds/counted.ts'
import { countedList } from '../kinds/list/counted-part.ts'
import type { OpenedList } from '../lists/Counted.tsx'
import { useSession } from '../shell/session.ts'

/** The plan as the server says it. */
export type PlanReply = Static<typeof readPlan.reply>

/** How the state of a measure is drawn; what no record proves and what is not asked are never drawn as done. */
export const markOf: Record<PlanItem['state'], MarkState> = {
  ...{ done: 'done', part: 'partial', not: 'not', unknown: 'unreported' },
  ...{ nothing: 'inapplicable', 'no-register': 'unreported' },
}

const pagesOf: Record<Static<typeof EvidenceList>, readonly string[]> = {
  'survey-doors': ['/rounds'],
  'due-persons': ['/key-groups'],
  'review-marks': ['/key-groups'],
  'vacant-grids': ['/grids'],
  'unconfirmed-arrivals': ['/arrivals'],
  'undecided-arrivals': ['/arrivals'],
  'unconfirmed-colours': ['/tiers'],
  'unknown-health': ['/tiers'],
  'due-readings': ['/observation'],
  alerts: ['/observation/alerts'],
  'daily-report': ['/reports'],
  'round-doors': ['/rounds'],
  'plans-to-renew': ['/k/documents/contingency'],
  'old-measures': ['/regime-switch'],
  'open-complaints': ['/requests'],
  'waiting-demands': ['/reports/demands'],
  'units-to-visit': ['/k/rounds/unit'],
  'elder-care-to-visit': ['/k/rounds/unit'],
  'posts-without-duty': ['/team'],
  'unsigned-duties': ['/k/documents/party-duty'],
  'undelivered-notices': ['/observation'],
  'undelivered-releases': ['/observation'],
}

/** The page that lists what an evidence list counts; nothing where this build has no such page. */
export const findPage = (list: Static<typeof EvidenceList>, routes: object): string | undefined =>
  pagesOf[list].find((path) => path in routes)

/** How many days back the plan counts arrivals. */
export const backDays = 14

/** The list behind a figure of the plan of a day, showing exactly the rows that it counts; nothing where this build has no such page. */
function openedList(
  list: Static<typeof EvidenceList>,
  { round, day }: { round: string | null; day: Day },
  routes: object,
): OpenedList | undefined {
  const to = findPage(list, routes)
  if (!to) return undefined
  const shown: Record<Static<typeof EvidenceList>, Omit<OpenedList, 'to'>> = {
    'survey-doors': { search: { round, standing: 'not-reached' }, rows: 'round' },
    'round-doors': { search: { round, standing: 'not-reached' }, rows: 'round' },
    'due-persons': { search: { group: 'all', shown: 'visits' }, rows: 'visits-due' },
    'review-marks': { search: { group: 'all', shown: 'review' }, rows: 'review-due' },
    'vacant-grids': { search: { show: 'vacant' }, rows: 'grids' },
    'unconfirmed-arrivals': {
      search: { unchecked: true, state: 'arrived', from: addDays(day, -backDays), to: day },
      rows: 'arrivals',
    },
    'undecided-arrivals': { search: { undecided: true, from: addDays(day, -backDays), to: day }, rows: 'arrivals' },
    'due-readings': { search: { show: 'due' }, rows: 'readings-due' },
    'daily-report': { search: { day }, rows: 'report-unconfirmed' },
    'plans-to-renew': { search: { show: 'due' }, rows: 'documents-contingency-due' },
    'old-measures': { search: { show: 'open' }, rows: 'old-measures-open' },
    'open-complaints': { search: { group: 'complaint', own: true }, rows: 'requests-open' },
    'waiting-demands': { search: { show: 'undecided' }, rows: 'demands-undecided' },
    'units-to-visit': { search: { show: 'overdue', every: unit.visits.every }, rows: 'rounds-unit-overdue' },
    'elder-care-to-visit': {
      search: { show: 'overdue', every: unit.visits.but['elder-care'] },
      rows: 'rounds-unit-overdue',
    },
    'posts-without-duty': { search: { show: 'without-duty' }, rows: 'posts-without-duty' },
    'unsigned-duties': { search: { show: 'unready' }, rows: 'documents-party-duty-unready' },
    'unconfirmed-colours': { search: { state: 'unconfirmed' }, rows: 'tiers' },
    'unknown-health': { search: { vaccination: 'unknown' }, rows: 'tiers' },
    'undelivered-notices': { search: { show: 'undelivered' }, rows: 'observations-undelivered' },
    'undelivered-releases': { search: { show: 'handover' }, rows: 'observations-handover' },
    alerts: { rows: 'alerts' },
  }
  return { to, ...shown[list] }
}

/** Where the people or doors behind a figure are listed; nothing where this build has no such page. */
export function useListPage(): (list: Static<typeof EvidenceList> | null) => string | undefined {
  const { routesByPath } = useRouter()
  return (list) => (list ? findPage(list, routesByPath) : undefined)
}

// The verb that reads each list.
const readBy: Record<Static<typeof EvidenceList>, string> = {
  ...{ 'survey-doors': 'rounds.coverage', 'round-doors': 'rounds.coverage', 'due-persons': 'rounds.due' },
  ...{ 'review-marks': 'people.search', 'vacant-grids': 'plan.grids', alerts: 'observation.alerts' },
  ...{ 'unconfirmed-arrivals': 'people.list-arrivals', 'undecided-arrivals': 'people.list-arrivals' },
  ...{ 'unconfirmed-colours': 'health.tier-list', 'unknown-health': 'health.tier-list' },
  ...{ 'due-readings': 'observation.list', 'undelivered-notices': 'observation.list', 'daily-report': 'reports.daily' },
  ...{ 'undelivered-releases': 'observation.list' },
  ...{ 'plans-to-renew': 'documents.contingency.see', 'old-measures': 'plan.regime-switch', 'open-complaints': 'requests.list' },
  ...{ 'waiting-demands': 'reports.demands', 'units-to-visit': 'rounds.unit.see', 'elder-care-to-visit': 'rounds.unit.see' },
  ...{ 'posts-without-duty': 'staff.team', 'unsigned-duties': 'documents.party-duty.see' },
}

const arrivalsOf = (day: Day, more: object = {}): OpenedList => ({
  to: '/arrivals',
  search: { state: 'arrived', from: addDays(day, -backDays), to: day, ...more },
  rows: 'arrivals',
})

const ofRounds: readonly (EvidenceName | ProgressName)[] = ['visits.survey', 'visits.door-knock', 'visits.care']

/** The list of what is done, or due, of a kind of evidence of one community; nothing for those whose lists know only what is left. */
export function openedPart(
  name: EvidenceName | ProgressName,
  part: 'done' | 'due',
  { round, day }: { round: string | null; day: Day },
): OpenedList | undefined {
  const isDone = part === 'done'
  if (ofRounds.includes(name)) return { to: '/rounds', search: { round: round ?? 'survey', standing: part }, rows: 'round' }
  if (name === 'health.colours') return { to: '/tiers', search: isDone ? { state: 'confirmed' } : {}, rows: 'tiers' }
  if (name === 'people.arrivals') return arrivalsOf(day, isDone ? { checked: true } : {})
  if (name === 'staff.duties') return { to: '/grids', search: isDone ? { show: 'staffed' } : {}, rows: 'grids' }
  if (name === 'health.vaccination') return { to: '/tiers', search: isDone ? { vaccination: 'known' } : {}, rows: 'tiers' }
  return undefined
}

// The plan counts a whole community; whoever sees the lists of their own grids alone finds other rows there.
const opens = (access: Readonly<Record<string, string>>, list: Static<typeof EvidenceList>) => {
  const reach = access[readBy[list]]
  return reach !== undefined && reach !== 'grid'
}

/** Opens what is done, or due, of a kind of evidence; nothing where the own reach or this build has no such list. */
export function useOpenedPart(): (evidence: Evidence, part: 'done' | 'due', day: Day) => OpenedList | undefined {
  const { routesByPath } = useRouter()
  const { access } = useSession()
  const ofKind = useOpenedKind()
  return (evidence, part, day) => {
    const { name, list, round, kind } = evidence
    if (kind !== undefined) return ofKind(evidence, part)
    if (!list || !opens(access, list)) return undefined
    // Everybody with a mark stands in the list of residents, which whoever sees marks to be reviewed may open.
    const marked = name === 'people.key-groups' && part === 'due'
    const of = marked ? { to: '/people', search: { marked: true }, rows: 'people' } : openedPart(name, part, { round, day })
    return of && of.to in routesByPath ? of : undefined
  }
}

/** Opens the records of a declared kind that are counted, where they are what proves a measure; nothing where others do. */
export function useOpenedKind(): (evidence: Evidence, part: CountedPart) => OpenedList | undefined {
  const { routesByPath } = useRouter()
  const { access } = useSession()
  return ({ kind }, part) => {
    if (kind === undefined) return undefined
    const [of, reach] = [countedList(kind, part), access[`${kind}.see`]]
    return of.to in routesByPath && reach !== undefined && reach !== 'grid' ? of : undefined
  }
}

/** Opens the list behind a figure of a plan; nothing where the own reach lists fewer rows than the plan counts. */
export function useOpenedList(): (
  list: Static<typeof EvidenceList>,
  of: { round: string | null; day: Day },
) => OpenedList | undefined {
  const { routesByPath } = useRouter()
  const { access } = useSession()
  return (list, of) => (opens(access, list) ? openedList(list, of, routesByPath) : undefined)
}
