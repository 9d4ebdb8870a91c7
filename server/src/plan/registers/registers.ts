import { declared } from '@wangdi/domain/declared.ts'
import type { Unit } from '@wangdi/domain/counted/units.ts'
import type { EvidenceList } from '@wangdi/domain/plan/plan.ts'
import { unit } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import type { EmergencyFunction, EvidenceName } from '@wangdi/policy/vocabulary.ts'
import { countKind } from '../../kinds/index.ts'
import { type Db, placeOf } from '../../platform/db.ts'
import { countDemands } from '../../reports/index.ts'
import { countRequests } from '../../requests/index.ts'
import type { Count } from '../evidence.queries.ts'
import { countClosuresLifted, countControls, countOldMeasures, countResponsesFollowed } from './ended.queries.ts'
import {
  countGuidance,
  countNotices,
  countOwnMeasures,
  countReachableUnits,
  countReleases,
  countReporters,
  countTeam,
  countUnitsVisited,
  countWorkLines,
} from './registers.queries.ts'

/** A register that proves a measure: what its rows are, how many are due and done, and which list opens those left. */
interface Register {
  readonly unit: Unit
  readonly list: EvidenceList | null
  /** What has to be on record at all: an empty register is then one that is missing, not nothing asked. */
  readonly must?: true
  /** A place may truly have none: so many days holds the word of a named person that it has not. */
  readonly none?: number
  /** The kind whose records are counted. */
  readonly kind?: string
  /** Asked only while this function is open. */
  readonly needs?: EmergencyFunction
  readonly count: (db: Db, place: PlaceCode, day: Day) => Promise<Count>
}

const complaints = ['person-rights', 'property-rights', 'over-control', 'wrong-record'] as const

const unitOf = { request: 'request', register: 'case', round: 'case', document: 'case' } as const satisfies Record<string, Unit>

// Of some the plan knows a word for one of them, and the list of those left.
const openedBy: Partial<Record<EvidenceName, Pick<Register, 'unit' | 'list' | 'must'>>> = {
  'documents.plans': { unit: 'plan', list: 'plans-to-renew', must: true },
  'staff.parties': { unit: 'duty', list: 'unsigned-duties' },
}

// What the records of a declared kind prove is counted by its mechanism; nothing is written for each.
const ofKinds: Partial<Record<EvidenceName, Register>> = Object.fromEntries(
  declared.flatMap((kind) =>
    [...(kind.proves ?? []), `kinds/${kind.name}` as const].map((name): [string, Register] => [
      name,
      {
        ...{ unit: unitOf[kind.mechanism], list: null, kind: kind.name, ...openedBy[name] },
        ...(kind.mechanism === 'register' && { must: true as const, ...(kind.mayBeNone && { none: kind.reviewDays }) }),
        ...(kind.needs && { needs: kind.needs }),
        count: (db, place, day) => countKind(db, kind, place, day),
      },
    ]),
  ),
)

/** The registers that are counted only where a measure names them, by the kind of evidence. */
export const registers: Partial<Record<EvidenceName, Register>> = {
  ...ofKinds,
  'documents.own-measures': { unit: 'measure', list: null, must: true, count: countOwnMeasures },
  'regimes.orders': { unit: 'order', list: null, count: countControls },
  'regimes.scopes': { unit: 'order', list: null, count: countControls },
  'regimes.lifted': { unit: 'order', list: null, count: countClosuresLifted },
  'regimes.old-measures': { unit: 'measure', list: 'old-measures', count: countOldMeasures },
  'requests.complaints': {
    ...{ unit: 'request', list: 'open-complaints' },
    count: (db, place, day) => countRequests(db, { at: placeOf(db), place, today: day }, complaints),
  },
  'requests.demands': { unit: 'request', list: 'waiting-demands', count: countDemands },
  'visits.firms': {
    unit: 'unit',
    list: 'units-to-visit',
    count: (db, place, day) => countUnitsVisited(db, place, day, unit.visits.every),
  },
  'visits.elder-care': {
    unit: 'unit',
    list: 'elder-care-to-visit',
    count: (db, place, day) => countUnitsVisited(db, place, day, unit.visits.but['elder-care']),
  },
  'visits.inspections': { unit: 'community', list: null, must: true, count: countGuidance },
  'places.units': { unit: 'unit', list: null, must: true, count: countReachableUnits },
  'staff.teams': { unit: 'post', list: 'posts-without-duty', must: true, count: countTeam },
  'staff.lines': { unit: 'line', list: null, must: true, count: countWorkLines },
  'staff.reporters': { unit: 'person', list: null, must: true, count: countReporters },
  'observation.notices': { unit: 'stay', list: 'undelivered-notices', needs: 'observation', count: countNotices },
  'observation.releases': { unit: 'stay', list: 'undelivered-releases', needs: 'observation', count: countReleases },
  'report.review': {
    unit: 'response',
    list: null,
    count: (db, place, day) => countResponsesFollowed(db, place, day, 'reviewed'),
  },
  'rights.destruction': {
    unit: 'response',
    list: null,
    count: (db, place, day) => countResponsesFollowed(db, place, day, 'destroyed'),
  },
}

/** Kinds of record that are counted for every plan, whether a measure names them or not: boards read them as well. */
export const alwaysCounted: readonly EvidenceName[] = [
  ...(['visits.survey', 'visits.door-knock', 'visits.elders', 'visits.care'] as const),
  ...(['people.key-groups', 'people.arrivals', 'staff.duties'] as const),
  ...(['health.colours', 'health.vaccination'] as const),
  ...(['observation.orders', 'observation.readings', 'report.daily'] as const),
]

// Kept by the county alone: a community is not shown it, and its measure is stated by a person there.
const keptAbove: readonly EvidenceName[] = ['rights.assessments']

/** Whether this house keeps a register of a kind of record; what a person states needs none. */
export const isKept = (name: EvidenceName): boolean =>
  name === 'none' || name.includes('/') || name in registers || alwaysCounted.includes(name) || keptAbove.includes(name)
