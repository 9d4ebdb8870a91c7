import { certificates, type Facts, type OverControl, type Restriction, type Words } from '../../vocabulary.ts'
import type { Limit, Plan, Source, Term } from '../answer.ts'
import type { Grounds, Phase } from '../pack/schema.ts'
import type { Packs } from '../packs.ts'
import { termFor } from '../term.ts'
import { type Control, scopeOf, scopes } from './control.ts'

/** A control that goes beyond the plan: how, against which limit, and where that limit stands. A person judges it. */
export interface OverControlFinding {
  kind: OverControl
  control: Control
  limit: Words
  /** The rule that is crossed; of a term, the prohibition of the day beside it, where there is one. */
  rule: string | null
  source: Source | null
}

/** Restrictions of people that need an order even where the tier allows them (2020P 保障三; 传染病防治法 §67). */
const needsOrder: readonly Restriction[] = [
  'community-closure',
  'building-closure',
  'person-stay',
  'go-out-ban',
  'newcomer-refusal',
]
const blanketKinds: readonly Restriction[] = ['community-closure', 'go-out-ban', 'newcomer-refusal']

/** Whether a control of this kind, or the observation of this kind of person, is what a limit means. */
const means = ({ of, persons }: Grounds, control: Control) =>
  (of?.includes(control.kind) ?? true) &&
  (persons === undefined || (control.person !== undefined && persons.includes(control.person)))

const groundsFor = (plan: Plan, finding: OverControl, control: Control): Limit[] =>
  plan.limits.filter(({ grounds }) => grounds?.finding === finding && means(grounds, control))

/** Limits that only say what they forbid are against what is beyond the tier. */
const limitsAgainst = (plan: Plan, finding: 'beyond-tier' | 'blanket', control: Control): Limit[] => {
  const forbidding = plan.limits.filter(({ grounds, forbids }) => !grounds && forbids.includes(control.kind))
  return [...(finding === 'beyond-tier' ? forbidding : []), ...groundsFor(plan, finding, control)]
}

/**
 * Whether a measure of the plan may allow what a limit is against. Only those that the limit names by their ids may; and, since
 * rules about one thing say nothing of another, a measure about something else in a notice that is as wide as that of the limit.
 */
function yields(packs: Packs, plan: Plan, limit: Limit, { kind }: Control): boolean {
  const widthOf = (pack: string) => packs.byId.get(pack)?.pack.place.length ?? Number.POSITIVE_INFINITY
  const allowing = plan.measures.filter(({ allows }) => allows.includes(kind)).flatMap((one) => [one, ...one.also])
  return allowing.some(({ id, pack, subject }) => {
    const isOther = subject !== null && limit.subject !== null && subject !== limit.subject
    return limit.yields_to.includes(id) || (isOther && widthOf(pack) <= widthOf(limit.pack))
  })
}

/** The limit that a finding names: one that names the kind of person or of control goes before a general one, a later notice before an earlier. */
function foremost(limits: readonly Limit[]): Limit | undefined {
  const grounded = limits.filter(({ grounds }) => grounds)
  const naming = grounded.filter(({ grounds }) => grounds?.of !== undefined)
  return naming.filter(({ grounds }) => grounds?.persons !== undefined).at(-1) ?? naming.at(-1) ?? grounded.at(-1) ?? limits[0]
}

function ground(
  plan: Plan,
  finding: OverControl,
  control: Control,
  speaks: (limit: Limit) => boolean = () => true,
): OverControlFinding | undefined {
  const limit =
    foremost(groundsFor(plan, finding, control).filter(speaks)) ??
    plan.limits.find(({ forbids }) => forbids.includes(control.kind))
  return limit && found(finding, control, limit)
}

const found = (kind: OverControl, control: Control, limit: Limit): OverControlFinding => ({
  ...{ kind, control, limit: limit.text, rule: limit.id, source: limit.source },
})

const isolationDays = (phases: readonly Phase[]) =>
  phases.reduce((days, phase) => (phase.where === 'monitoring' ? days : days + phase.days), 0)

function beyondTerm(plan: Plan, term: Term, control: Control): OverControlFinding[] {
  const none = term.rule === null || Math.max(...[term.phases, ...term.free_choices].map(isolationDays)) === 0
  const speaks = ({ grounds }: Limit) => grounds?.term === undefined || grounds.term === (none ? 'none' : 'over')
  const limit = ground(plan, 'beyond-term', control, speaks)
  if (term.rule === null) {
    // No national term: only a notice that frees this kind of person by name forbids the observation.
    const freed = plan.limits.some(
      ({ grounds }) => grounds?.finding === 'beyond-term' && grounds.persons && means(grounds, control),
    )
    return limit && freed && control.days !== 0 ? [limit] : []
  }
  const allowed = Math.max(...[term.phases, ...term.free_choices].map(isolationDays))
  const asked = control.days ?? (allowed === 0 ? 1 : 0)
  if (asked <= allowed) return []
  const most =
    allowed === 0
      ? { zh: '这类人不再隔离', en: 'this kind of person is not isolated' }
      : { zh: `隔离最多 ${allowed} 天`, en: `isolation of at most ${allowed} ${allowed === 1 ? 'day' : 'days'}` }
  const text = limit ? { zh: `${most.zh}；${limit.limit.zh}`, en: `${most.en}; ${limit.limit.en}` } : most
  return [{ kind: 'beyond-term', control, limit: text, rule: limit?.rule ?? term.rule, source: limit?.source ?? term.source }]
}

/** Restrictions that last longer than a limit of the day says. */
function tooLong(plan: Plan, control: Control): OverControlFinding[] {
  const { days } = control
  if (days === undefined) return []
  const crossed = plan.limits
    .filter(({ grounds }) => grounds?.days !== undefined && means(grounds, control) && days > grounds.days)
    .at(-1)
  return crossed ? [{ kind: 'beyond-term', control, limit: crossed.text, rule: crossed.id, source: crossed.source }] : []
}

function againstTier(packs: Packs, plan: Plan, control: Control): OverControlFinding[] {
  const wider = scopes.indexOf(control.scope) > scopes.indexOf(scopeOf(control.kind))
  const crossed = (finding: 'beyond-tier' | 'blanket') =>
    limitsAgainst(plan, finding, control).filter((limit) => !yields(packs, plan, limit, control))
  const beyond = foremost(crossed('beyond-tier'))
  // Wider than its kind is a blanket measure whatever allows the kind, and so is a sweeping one that is beyond the tier.
  const sweeps = blanketKinds.includes(control.kind)
  const blankets = wider || (sweeps && beyond) ? limitsAgainst(plan, 'blanket', control) : sweeps ? crossed('blanket') : []
  const blanket = foremost(blankets)
  const ordered = plan.limits.some(({ grounds }) => grounds?.finding === 'no-order' && grounds.of?.includes(control.kind))
  const lacksOrder = (ordered || needsOrder.includes(control.kind)) && !control.order
  const order = lacksOrder && ground(plan, 'no-order', control)
  return [
    ...(beyond ? [found('beyond-tier', control, beyond)] : []),
    ...(blanket ? [found('blanket', control, blanket)] : []),
    ...(order ? [order] : []),
    ...tooLong(plan, control),
  ]
}

/** Every restriction in force that goes beyond the plan of the day (2020P 保障三: warn of over-control). The facts are those of the plan. */
export function overControl(packs: Packs, plan: Plan, facts: Facts, controls: readonly Control[]): OverControlFinding[] {
  return controls.flatMap((control) => {
    if (control.kind === 'observation') {
      if (!control.person) return []
      return beyondTerm(plan, termFor(packs, { kind: control.person, day: plan.day, place: plan.place, facts }), control)
    }
    if (control.kind === 'certificate') {
      return Object.hasOwn(certificates, control.certificate ?? '') ? [] : (ground(plan, 'forbidden-certificate', control) ?? [])
    }
    return control.kind === 'form' ? (ground(plan, 'extra-form', control) ?? []) : againstTier(packs, plan, control)
  })
}
