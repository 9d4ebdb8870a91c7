import { certificates, type FactName, type Facts, type OverControl, type Restriction, type Words } from '../../vocabulary.ts'
import type { Limit, Plan, Source, Term } from '../answer.ts'
import type { Grounds, Phase } from '../pack/schema.ts'
import type { Packs } from '../packs.ts'
import { getFact } from '../facts.ts'
import { planFor } from '../plan.ts'
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

function findingsOf(packs: Packs, plan: Plan, facts: Facts, control: Control): OverControlFinding[] {
  if (control.kind === 'observation') {
    if (!control.person) return []
    return beyondTerm(plan, termFor(packs, { kind: control.person, day: plan.day, place: plan.place, facts }), control)
  }
  if (control.kind === 'certificate') {
    return Object.hasOwn(certificates, control.certificate ?? '')
      ? []
      : [ground(plan, 'forbidden-certificate', control) ?? []].flat()
  }
  return control.kind === 'form' ? [ground(plan, 'extra-form', control) ?? []].flat() : againstTier(packs, plan, control)
}

/** The level and the class of a place decide its tier; where one is not known, each value it may have is tried. */
const deciding: readonly FactName[] = ['county.risk', 'area.risk', 'community.class', 'tier.choice']

function completionsOf(plan: Plan, facts: Facts): Facts[] {
  // The level is known where either the county or the smaller area has one.
  const isLevelKnown = facts['county.risk'] !== undefined || facts['area.risk'] !== undefined
  const isOpen = (name: FactName) =>
    plan.missing.includes(name) &&
    facts[name] === undefined &&
    name !== 'tier.choice' &&
    !(isLevelKnown && name.endsWith('.risk'))
  const unknown = deciding.filter(isOpen)
  return unknown.reduce<Facts[]>(
    (all, name) => {
      const { values } = getFact(name)
      return typeof values === 'string' ? all : all.flatMap((known) => values.map((value) => ({ ...known, [name]: value })))
    },
    [facts],
  )
}

/** The plan under these facts; where level and class differ, one for each choice a person may make. */
function chosenIn(packs: Packs, { place, day }: Plan, known: Facts): (readonly [Plan, Facts])[] {
  const plan = planFor(packs, known, place, day)
  if (!plan.choice?.needed) return [[plan, known]]
  return plan.choice.packages.map(({ tier }) => {
    const chosen: Facts = { ...known, 'tier.choice': tier }
    return [planFor(packs, chosen, place, day), chosen] as const
  })
}

/** What is found about controls, and the facts on which more would depend. */
export interface ControlAnswer {
  readonly findings: readonly OverControlFinding[]
  /** Level or class of the place, where a finding would stand for one value of it and not for another. */
  readonly missing: readonly FactName[]
}

/**
 * Every restriction in force that goes beyond the plan of the day (2020P 保障三: warn of over-control). The facts are those of the plan.
 * Where level or class are not known, only that is found which would be found whatever they are; the rest asks for them.
 */
export function askControls(packs: Packs, plan: Plan, facts: Facts, controls: readonly Control[]): ControlAnswer {
  const others = completionsOf(plan, facts).flatMap((known) => chosenIn(packs, plan, known))
  const open = new Set<FactName>()
  const findings = controls.flatMap((control) => {
    const here = findingsOf(packs, plan, facts, control)
    if (others.length < 2) return here
    const possible = others.map(([other, known]) => new Set(findingsOf(packs, other, known, control).map(({ kind }) => kind)))
    const sure = here.filter(({ kind }) => possible.every((kinds) => kinds.has(kind)))
    const isOpen = possible.some((kinds) => [...kinds].some((kind) => !sure.some((one) => one.kind === kind)))
    if (isOpen) for (const name of deciding) if (plan.missing.includes(name)) open.add(name)
    return sure
  })
  return { findings, missing: [...open] }
}

/** The findings alone; see `askControls`. */
export const overControl = (
  packs: Packs,
  plan: Plan,
  facts: Facts,
  controls: readonly Control[],
): readonly OverControlFinding[] => askControls(packs, plan, facts, controls).findings
