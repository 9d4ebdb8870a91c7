import type { OrderContent, OrderKind, OrderScope, ServicePlan } from '@wangdi/domain/regimes/orders/control-order.ts'
import { scopesOf } from '@wangdi/domain/regimes/orders/publish.rules.ts'

/** What stands in the fields of the form, as people type it. */
export interface Typed {
  kind?: OrderKind
  scope?: OrderScope
  building?: string
  unit?: string
  /** Natural village and group, as `groupKey` joins them. */
  group?: string
  spot?: string
  issuer?: string
  number?: string
  ground?: string
  content?: string
  reason?: string
  wider_reason?: string
  gates?: string
  /** One exception a line. */
  exceptions?: string
  from?: string
  until?: string
  review_on?: string
  service_plan?: Partial<ServicePlan>
  approval?: Partial<OrderContent['approval']>
}

const said = (text: string | undefined) => text?.trim() ?? ''
const lines = (text: string | undefined) => said(text).split('\n').map(said).filter(Boolean)

/** A village group as one value of a field; the natural village in front, empty where there is none. */
export const groupKey = (estate: string | null, group: string): string => `${estate ?? ''}/${group}`

function groupOf(key: string | undefined) {
  const [estate = '', ...group] = (key ?? '').split('/')
  return { estate: estate || null, group: group.join('/') || null }
}

/** The order that the fields say; what is not typed stays empty, and what does not go with the kind is left out. */
export function contentOf(typed: Typed, today: string): OrderContent {
  const kind = typed.kind ?? 'building-closure'
  const scopes = scopesOf(kind)
  const scope = typed.scope && scopes.includes(typed.scope) ? typed.scope : (scopes[0] as OrderScope)
  const inBuilding = scope === 'unit' || scope === 'building'
  const plan = typed.service_plan ?? {}
  const approval = typed.approval ?? {}
  return {
    kind,
    at: {
      scope,
      building: (inBuilding && typed.building) || null,
      unit: (scope === 'unit' && typed.unit) || null,
      ...(scope === 'village-group' ? groupOf(typed.group) : { estate: null, group: null }),
    },
    spot: said(typed.spot),
    issuer: said(typed.issuer),
    number: said(typed.number),
    ground: said(typed.ground),
    content: said(typed.content),
    reason: said(typed.reason),
    wider_reason: said(typed.wider_reason),
    gates: said(typed.gates),
    exceptions: lines(typed.exceptions),
    from: typed.from || today,
    until: typed.until || null,
    review_on: typed.review_on || null,
    service_plan: {
      supply: said(plan.supply),
      medical: said(plan.medical),
      minors: said(plan.minors),
      elders: said(plan.elders),
      disabled: said(plan.disabled),
      mothers: said(plan.mothers),
      psychology: said(plan.psychology),
      phone: said(plan.phone),
    },
    approval: { reason: said(approval.reason), authority: said(approval.authority), number: said(approval.number) },
  }
}

/** The fields for an order that is written on. */
export function typedOf({ at, exceptions, until, review_on, ...rest }: OrderContent): Typed {
  return {
    ...rest,
    scope: at.scope,
    ...(at.building && { building: at.building }),
    ...(at.unit && { unit: at.unit }),
    ...(at.group && { group: groupKey(at.estate, at.group) }),
    exceptions: exceptions.join('\n'),
    ...(until && { until }),
    ...(review_on && { review_on }),
  }
}
