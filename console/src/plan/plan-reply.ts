import type { readPlan } from '@wangdi/domain/plan/plan.api.ts'
import type { EvidenceList, PlanItem } from '@wangdi/domain/plan/plan.ts'
import { type MarkState } from '@wangdi/ui/marks/StateMark.tsx'
import { useRouter } from '@tanstack/react-router'
import type { Static } from 'typebox'

/** The plan as the server says it. */
export type PlanReply = Static<typeof readPlan.reply>

/** How the state of a measure is drawn; what no record proves and what is not asked are never drawn as done. */
export const markOf: Record<PlanItem['state'], MarkState> = {
  ...{ done: 'done', part: 'partial', not: 'not', unknown: 'unreported' },
  ...{ nothing: 'inapplicable', 'no-register': 'unreported' },
}

const pagesOf: Record<Static<typeof EvidenceList>, readonly string[]> = {
  'survey-doors': ['/rounds', '/buildings'],
  'due-persons': ['/rounds', '/key-groups'],
  'review-marks': ['/key-groups', '/people'],
  'vacant-grids': ['/grids'],
  'unconfirmed-arrivals': ['/arrivals'],
  'undecided-arrivals': ['/arrivals'],
  'unconfirmed-colours': ['/tiers', '/key-groups'],
  'unknown-health': ['/tiers', '/key-groups'],
  'due-readings': ['/observation'],
  alerts: ['/observation/alerts'],
  'daily-report': ['/reports'],
  'round-doors': ['/rounds'],
  'plans-to-renew': ['/contingencies'],
  'old-measures': ['/regime-switch'],
  'open-complaints': ['/requests'],
  'waiting-demands': ['/reports/demands'],
  'units-to-visit': ['/units'],
  'posts-without-duty': ['/team'],
  'unsigned-duties': ['/party-duties'],
  'undelivered-notices': ['/observation'],
}

/** The page that lists what an evidence list counts; nothing where this build has no such page. */
export const findPage = (list: Static<typeof EvidenceList>, routes: object): string | undefined =>
  pagesOf[list].find((path) => path in routes)

/** Where the people or doors behind a figure are listed; nothing where this build has no such page. */
export function useListPage(): (list: Static<typeof EvidenceList> | null) => string | undefined {
  const { routesByPath } = useRouter()
  return (list) => (list ? findPage(list, routesByPath) : undefined)
}
