import type { EvidenceName, HouseEvidence } from '@wangdi/policy/vocabulary.ts'
import type { Day } from '../../schema.ts'
import type { PlanItem } from '../plan.ts'
import { isOpen } from '../plan.rules.ts'
import type { LineStanding, WorkLine } from './lines.ts'

/** The line that each kind of record belongs to; null for what keeps the house itself going. */
const lineOfEvidence: Readonly<Record<HouseEvidence, WorkLine | null>> = {
  none: null,
  'places.facilities': 'environment',
  'places.units': 'monitoring',
  'people.key-groups': 'help',
  'people.arrivals': 'monitoring',
  'people.moves': 'monitoring',
  'people.stayers': 'help',
  'staff.duties': null,
  'staff.parties': null,
  'staff.lines': null,
  'staff.reporters': 'reporting',
  'staff.vaccination': null,
  'staff.committees': null,
  'staff.teams': null,
  'documents.plans': null,
  'documents.own-measures': null,
  'documents.covenants': 'publicity',
  'regimes.scopes': 'monitoring',
  'regimes.orders': null,
  'regimes.lifted': null,
  'regimes.old-measures': null,
  'visits.survey': 'monitoring',
  'visits.door-knock': 'help',
  'visits.elders': 'help',
  'visits.care': 'help',
  'visits.disinfection': 'environment',
  'visits.firms': 'monitoring',
  'visits.elder-care': 'monitoring',
  'visits.inspections': null,
  'visits.patrols': 'monitoring',
  'visits.devices': 'monitoring',
  'health.colours': 'help',
  'health.vaccination': 'help',
  'observation.orders': 'monitoring',
  'observation.readings': 'monitoring',
  'observation.notices': 'monitoring',
  'observation.releases': 'monitoring',
  'observation.self-reports': 'monitoring',
  'observation.sites': 'monitoring',
  'cases.contacts': 'monitoring',
  'cases.follow-ups': 'monitoring',
  'cases.events': 'reporting',
  'cases.trips': 'monitoring',
  'cases.waste': 'environment',
  'gates.passes': 'monitoring',
  'gates.classes': 'monitoring',
  'gates.codes': 'monitoring',
  'requests.needs': 'help',
  'requests.firms': 'help',
  'requests.farming': 'help',
  'requests.medicine': 'help',
  'requests.psychology': 'help',
  'requests.vehicles': 'help',
  'requests.mediation': 'help',
  'requests.problems': 'reporting',
  'requests.complaints': null,
  'requests.demands': 'reporting',
  'requests.hotline': 'help',
  'requests.questions': 'publicity',
  'slots.bookings': 'help',
  'supplies.ledger': null,
  'supplies.kits': 'help',
  'supplies.orders': 'help',
  'supplies.parcels': 'help',
  'rota.volunteers': null,
  'rota.helpers': null,
  'rota.training': null,
  'rota.shifts': null,
  'rota.rest': null,
  'rota.pay': null,
  'rota.care': null,
  'rota.honours': null,
  'notices.published': 'publicity',
  'gatherings.meetings': 'publicity',
  'gatherings.events': 'publicity',
  'gatherings.elections': null,
  'report.daily': 'reporting',
  'report.progress': 'reporting',
  'report.review': 'reporting',
  'rights.destruction': null,
  'rights.assessments': null,
}

// The joint notice of 2020-01-24 names health reminders where the later guideline names help in hardship.
const reminding: readonly EvidenceName[] = ['people.key-groups', 'requests.questions', 'observation.self-reports']

/** The five lines that the rules of the day name. */
export const linesUnder = (packs: readonly string[]): readonly WorkLine[] =>
  packs.includes('joint-notice-2020') && !packs.includes('community-work-2020')
    ? ['monitoring', 'reporting', 'publicity', 'reminders', 'environment']
    : ['monitoring', 'reporting', 'publicity', 'environment', 'help']

/** The line that a measure counts for, by the first kind of record that has one; nothing for the work of the house itself. */
export function lineOf(proof: readonly EvidenceName[], lines: readonly WorkLine[]): WorkLine | undefined {
  const own = proof.flatMap((name) => {
    const line = lines.includes('reminders') && reminding.includes(name) ? 'reminders' : lineOfEvidence[name as HouseEvidence]
    return line ? [line] : []
  })
  return own.find((line) => lines.includes(line))
}

/** The measures of a line that a figure of it counts: all that are asked, those done, those that nothing is known of. */
export function measuresOf<Item extends Pick<PlanItem, 'proof' | 'state'>>(
  items: readonly Item[],
  lines: readonly WorkLine[],
  line: WorkLine,
  part: LinePart,
): Item[] {
  const holds = {
    asked: ({ state }: Item) => state !== 'nothing',
    done: ({ state }: Item) => state === 'done',
    unknown: ({ state }: Item) => state === 'unknown' || state === 'no-register',
  }[part]
  return items.filter((item) => lineOf(item.proof, lines) === line && holds(item))
}

/** Which measures of a line: all that are asked, those done, those that nothing is known of. */
export type LinePart = 'asked' | 'done' | 'unknown'

/** Who answers for a line, and the day that was set for it. */
export interface LineOwner {
  readonly name: string
  readonly due_on: Day | null
}

/** The lines of the day with their measures by state; `unknown` and `nothing` are neither done nor not. */
export function standingOfLines(
  items: readonly Pick<PlanItem, 'proof' | 'state' | 'due_on'>[],
  lines: readonly WorkLine[],
  owners: ReadonlyMap<string, LineOwner>,
): LineStanding[] {
  return lines.map((line) => {
    const own = items.filter(({ proof }) => lineOf(proof, lines) === line)
    const count = (...states: PlanItem['state'][]) => own.filter(({ state }) => states.includes(state)).length
    const open = own.filter(({ state }) => isOpen(state)).flatMap(({ due_on }) => (due_on === null ? [] : [due_on]))
    const owner = owners.get(line)
    return {
      line,
      owner: owner?.name ?? null,
      due_on: owner?.due_on ?? open.sort()[0] ?? null,
      done: count('done'),
      part: count('part'),
      not: count('not'),
      unknown: count('unknown', 'no-register'),
      nothing: count('nothing'),
    }
  })
}
