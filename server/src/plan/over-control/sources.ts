import { daysBetween } from '@wangdi/domain/day.ts'
import { beyondTerm, type ToldControl, whole } from '@wangdi/domain/plan/over-control/over-control.rules.ts'
import { type Finding, findingKinds } from '@wangdi/domain/plan/over-control/over-control.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { type Control, scopeOf, scopes } from '@wangdi/policy/engine/controls/control.ts'
import { type OwnName, type PersonKind, personKinds, type Restriction, restrictions } from '@wangdi/policy/vocabulary.ts'
import { listBeyond } from '../../documents/index.ts'
import type { Db } from '../../platform/db.ts'
import { getPacks } from '../../platform/packs.ts'
import { controlsInForce } from '../../regimes/index.ts'
import { listExtraForms } from '../../reports/index.ts'
import { compareAll } from '../../rounds/index.ts'
import { listOverControlComplaints } from '../../requests/index.ts'
import { listOrderedStays, listOrderWords, listRefused, listStricter, listTold, type ToldRow } from './told.queries.ts'

const isRestriction = (kind: string | undefined): kind is Restriction => kind !== undefined && Object.hasOwn(restrictions, kind)
const isPerson = (kind: string | null): kind is PersonKind =>
  kind !== null && (Object.hasOwn(personKinds, kind) || getPacks().kinds.has(kind as OwnName))
const nothing = { approved: false, order: '', reason: '', told_as: null, label: '', itself: [] } as const

/** A restriction as the engine compares it, from its record. */
export function controlFrom(row: Pick<ToldRow, 'kind' | 'person' | 'certificate' | 'scope' | 'order_number'>): Control | null {
  if (!isRestriction(row.kind)) return null
  return {
    kind: row.kind,
    scope: scopes.find((scope) => scope === row.scope) ?? scopeOf(row.kind),
    order: row.order_number !== '',
    ...(isPerson(row.person) && { person: row.person }),
    ...(row.certificate !== null && { certificate: row.certificate }),
  }
}

async function fromOrders(db: Db, place: PlaceCode, day: Day): Promise<ToldControl[]> {
  const inForce = await controlsInForce(db, place, day)
  if (inForce.length === 0) return []
  const byId = new Map(
    (
      await listOrderWords(
        db,
        inForce.map(({ order }) => order),
      )
    ).map((row) => [row.id, row]),
  )
  return inForce.flatMap(({ place: where, order, control }) => {
    const row = byId.get(order)
    if (!row) return []
    const { beyond, label, from: since, title, exceptions, services, at } = row
    const reason = beyond ? `${beyond.reason} ${beyond.authority} ${beyond.number}` : ''
    const told = { key: `order:${order}`, source: 'order' as const, place: where, control, label, since, order: title, reason }
    return [
      { ...nothing, ...told, bounds: { exceptions, services, end: true }, approved: beyond !== null, known_at: at.toISOString() },
    ]
  })
}

// Where no end was told it has lasted until the day that is asked about, and no less; its last day counts.
const lasting = (control: Control | null, { since, until }: ToldRow, day: Day): Control | null =>
  control && { ...control, days: daysBetween(since, until ?? (day < since ? since : day)) + 1 }

/** A restriction that somebody told of, ready to be compared on a day. */
export const fromTold = (row: ToldRow, day: Day): ToldControl => ({
  ...nothing,
  key: `control:${row.id}`,
  source: 'control',
  place: row.place,
  control: lasting(controlFrom(row), row, day),
  bounds: { exceptions: row.exceptions, services: row.services, end: row.until !== null },
  label: row.spot,
  since: row.since,
  known_at: row.at.toISOString(),
  order: row.order_number,
  told_as: row.told_as,
  reason: [row.reason, row.authority].filter(Boolean).join(' '),
})

const itself = (kind: 'complained' | 'stricter-tier', zh: string, en: string) => [
  { kind, limit: { zh, en }, source: null, lacks: [] },
]

async function fromComplaints(db: Db, place: PlaceCode): Promise<ToldControl[]> {
  return (await listOverControlComplaints(db, place)).map(({ id, place: where, details, at }) => ({
    ...nothing,
    key: `complaint:${id}`,
    source: 'complaint',
    place: where,
    control: controlFrom({
      kind: details['control'] ?? '',
      person: null,
      certificate: details['control'] === 'certificate' ? 'unknown' : null,
      scope: '',
      order_number: details['order'] === 'yes' ? '?' : '',
    }),
    // A complaint says nothing of exceptions or services: what is not told is not held against the place.
    bounds: whole,
    since: details['since'] ?? '',
    known_at: at.toISOString(),
    told_as: 'resident',
    itself: itself('complained', findingKinds.complained.zh, 'A resident complains; it is looked into'),
  }))
}

// What another body asked for at the desk and did not get: the community refused, whoever asks is to stop asking.
async function fromRefused(db: Db, place: PlaceCode, day: Day): Promise<ToldControl[]> {
  return (await listRefused(db, place, day)).map(({ id, place: where, certificate, asked_by, from, at }) => ({
    ...nothing,
    key: `certificate:${id}`,
    source: 'certificate',
    place: where,
    control: { kind: 'certificate', certificate, scope: 'person', order: false },
    bounds: whole,
    label: asked_by,
    since: from,
    known_at: at.toISOString(),
  }))
}

// What is asked for past the desk: the plan says that forms are few; one whose accepted term is over is named with its last day.
async function fromForms(db: Db, place: PlaceCode, day: Day): Promise<ToldControl[]> {
  return (await listExtraForms(db, place, day)).map(({ id, place: where, title, asker, since, known_at, term_over }) => ({
    ...nothing,
    key: `form:${id}`,
    source: 'form',
    place: where,
    control: { kind: 'form', scope: 'community', order: false },
    bounds: whole,
    label: `${title} ${asker}`,
    since,
    known_at,
    told_as: 'own',
    itself: term_over === null ? [] : [formOver(term_over)],
  }))
}

const formOver = (last: Day): Finding => ({
  kind: 'extra-form',
  limit: { zh: `县里同意要到 ${last}，到期还在要`, en: `Accepted until ${last} and still asked for` },
  source: null,
  lacks: [],
})

async function fromStays(db: Db, place: PlaceCode, day: Day): Promise<ToldControl[]> {
  return (await listOrderedStays(db, place, day)).flatMap((stay): ToldControl[] => {
    if (!isPerson(stay.kind)) return []
    const key = `observation:${stay.community}:${stay.kind}:${stay.day_zero}`
    const told = { key, source: 'observation' as const, place: stay.community, bounds: whole, known_at: stay.at.toISOString() }
    const control: Control = { kind: 'observation', person: stay.kind, scope: 'person', order: true }
    // Days are compared with the rule that the order itself kept, so the engine is given none.
    const found = beyondTerm(stay.term, stay.phases)
    return found.length === 0
      ? []
      : [{ ...nothing, ...told, control, since: stay.phases[0]?.from ?? stay.day_zero, itself: found }]
  })
}

async function fromTiers(db: Db, place: PlaceCode, day: Day): Promise<ToldControl[]> {
  return (await listStricter(db, place, day)).map(({ id, place: where, from, reason, at }) => ({
    ...nothing,
    key: `tier:${id}`,
    source: 'tier',
    place: where,
    control: null,
    bounds: whole,
    since: from,
    known_at: at.toISOString(),
    reason,
    itself: itself(
      'stricter-tier',
      '县域等级和社区划分不一致时选了更严的一档，要有理由',
      'Where level and class differ the stricter package was chosen; it needs a reason',
    ),
  }))
}

// A facility that is shut on a basis somebody gave, where a limit of the day is against that.
async function fromFacilities(db: Db, place: PlaceCode, day: Day): Promise<ToldControl[]> {
  return (await compareAll(db, place, day, 'suspended')).flatMap(({ held, beyond }): ToldControl[] =>
    beyond === null
      ? []
      : [
          {
            ...nothing,
            key: `facility:${held.id}`,
            source: 'facility',
            place: held.community,
            control: { kind: 'facility-closure', scope: 'unit', order: true },
            bounds: whole,
            label: held.title,
            since: held.own_since ?? day,
            known_at: held.last_at,
            reason: held.basis,
          },
        ],
  )
}

// A pack that was published although it restricts more: the rules themselves are what is looked into.
async function fromPacks(db: Db, place: PlaceCode, day: Day): Promise<ToldControl[]> {
  return (await listBeyond(db, place, day)).map(
    ({ version, place: where, pack, title, valid_from, findings, at, ...ground }) => ({
      ...nothing,
      key: `pack:${version}`,
      source: 'pack',
      place: where,
      control: null,
      bounds: whole,
      label: `${title} ${pack}`,
      since: valid_from,
      known_at: at.toISOString(),
      order: `${ground.authority} ${ground.number}`,
      reason: ground.words,
      itself: findings.map((limit): Finding => ({ kind: 'beyond-tier', limit, source: null, lacks: [] })),
    }),
  )
}

/** Every restriction known in a place and all below it on a day, from whatever record tells of it. */
export async function listToldControls(db: Db, place: PlaceCode, day: Day): Promise<ToldControl[]> {
  return [
    ...(await fromOrders(db, place, day)),
    ...(await listTold(db, place, day)).map((row) => fromTold(row, day)),
    ...(await fromComplaints(db, place)),
    ...(await fromStays(db, place, day)),
    ...(await fromTiers(db, place, day)),
    ...(await fromRefused(db, place, day)),
    ...(await fromForms(db, place, day)),
    ...(await fromFacilities(db, place, day)),
    ...(await fromPacks(db, place, day)),
  ]
}
