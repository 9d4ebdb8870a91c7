import { certificates, type Facts, type OverControl, type Restriction, type Words } from '../../vocabulary.ts'
import type { Plan, Source, Term } from '../answer.ts'
import type { Phase } from '../pack/schema.ts'
import type { Packs } from '../packs.ts'
import { termFor } from '../term.ts'
import { type Control, scopeOf, scopes } from './control.ts'

/** A control that goes beyond the plan: how, against which limit, and where that limit stands. A person judges it. */
export interface OverControlFinding {
  kind: OverControl
  control: Control
  limit: Words
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

function ground(plan: Plan, kind: OverControl, control: Control): OverControlFinding | undefined {
  const limit =
    plan.limits.find(({ grounds }) => grounds?.finding === kind && (grounds.of?.includes(control.kind) ?? true)) ??
    (kind === 'blanket' ? undefined : plan.limits.find(({ forbids }) => forbids.includes(control.kind)))
  return limit && { kind, control, limit: limit.text, source: limit.source }
}

const isolationDays = (phases: readonly Phase[]) =>
  phases.reduce((days, phase) => (phase.where === 'monitoring' ? days : days + phase.days), 0)

function beyondTerm(term: Term, control: Control): OverControlFinding[] {
  if (term.rule === null) return []
  const allowed = Math.max(...[term.phases, ...term.free_choices].map(isolationDays))
  const asked = control.days ?? (allowed === 0 ? 1 : 0)
  if (asked <= allowed) return []
  const limit =
    allowed === 0
      ? { zh: '这类人不再隔离', en: 'this kind of person is not isolated' }
      : { zh: `隔离最多 ${allowed} 天`, en: `isolation of at most ${allowed} days` }
  return [{ kind: 'beyond-term', control, limit, source: term.source }]
}

function againstTier(plan: Plan, control: Control): OverControlFinding[] {
  const allowed = plan.measures.some(({ allows }) => allows.includes(control.kind))
  const wider = scopes.indexOf(control.scope) > scopes.indexOf(scopeOf(control.kind))
  const kinds: OverControl[] = [
    ...(allowed ? [] : ['beyond-tier' as const]),
    ...(wider || (!allowed && blanketKinds.includes(control.kind)) ? ['blanket' as const] : []),
    ...(needsOrder.includes(control.kind) && !control.order ? ['no-order' as const] : []),
  ]
  return kinds.flatMap((kind) => ground(plan, kind, control) ?? [])
}

/** Every restriction in force that goes beyond the plan of the day (2020P 保障三: warn of over-control). The facts are those of the plan. */
export function overControl(packs: Packs, plan: Plan, facts: Facts, controls: readonly Control[]): OverControlFinding[] {
  return controls.flatMap((control) => {
    if (control.kind === 'observation') {
      if (!control.person) return []
      return beyondTerm(termFor(packs, { kind: control.person, day: plan.day, place: plan.place, facts }), control)
    }
    if (control.kind === 'certificate') {
      return Object.hasOwn(certificates, control.certificate ?? '') ? [] : (ground(plan, 'forbidden-certificate', control) ?? [])
    }
    return control.kind === 'form' ? (ground(plan, 'extra-form', control) ?? []) : againstTier(plan, control)
  })
}
