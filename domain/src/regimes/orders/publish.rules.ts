import type { Problem, Words } from '../../problem.ts'
import type { Day } from '../../schema.ts'
import { lastDayOf, whyNotTerm } from '../regimes.rules.ts'
import {
  type OrderContent,
  type OrderKind,
  type OrderLimit,
  type OrderPlace,
  type OrderScope,
  orderScopeWords,
  serviceLines,
  type ServicePlan,
} from './control-order.ts'
import { problems } from './orders.problems.ts'

const joined = (parts: readonly Words[]) => ({
  partsZh: parts.map(({ zh }) => zh).join('、'),
  partsEn: parts.map(({ en }) => en).join(', '),
})
const isEmpty = (text: string | null) => text === null || text.trim() === ''

const closures: readonly OrderKind[] = ['building-closure', 'community-closure']
const atSpot: readonly OrderKind[] = ['checkpoint', 'facility-closure']

/** Whether this kind is about one entrance or facility, which is named. */
export const isAtSpot = (kind: OrderKind): boolean => atSpot.includes(kind)

/** Whether this kind closes something, so that the entrances that stay in use are named. */
export const namesGates = (kind: OrderKind): boolean => closures.includes(kind)

/** Whether people live under this kind as under a closure or ban, so that it needs a service plan (突发公共卫生事件应对法 §46). */
export const needsServicePlan = (kind: OrderKind): boolean => kind !== 'checkpoint'

/** The scopes that a kind can have, smallest first: the form starts with the first. */
export function scopesOf(kind: OrderKind): readonly OrderScope[] {
  if (isAtSpot(kind) || kind === 'community-closure') return ['community']
  if (kind === 'building-closure') return ['unit', 'village-group', 'building']
  return ['unit', 'village-group', 'building', 'community']
}

/** Whether a scope is wider than the smallest, so that it says why less is not enough (R-2020P-32: smallest scope). */
export const isWider = (kind: OrderKind, scope: OrderScope): boolean =>
  !isAtSpot(kind) && scope !== 'unit' && scope !== 'village-group'

/** The lines of the service plan that say nothing yet. */
export const emptyLines = (plan: ServicePlan): (keyof ServicePlan)[] =>
  (Object.keys(serviceLines) as (keyof ServicePlan)[]).filter((line) => isEmpty(plan[line]))

function missingIn(content: OrderContent): Words[] {
  const wanted: [string | null, Words][] = [
    [content.ground, { zh: '法律依据', en: 'legal ground' }],
    [content.issuer, { zh: '发布机关', en: 'issuing body' }],
    [content.number, { zh: '文号', en: 'number' }],
    [content.content, { zh: '内容', en: 'content' }],
    [content.reason, { zh: '理由', en: 'reason' }],
    ...(isAtSpot(content.kind) ? [[content.spot, { zh: '场所或出入口', en: 'facility or entrance' }] as [string, Words]] : []),
    ...(namesGates(content.kind)
      ? [[content.gates, { zh: '留用的出入口', en: 'entrances that stay in use' }] as [string, Words]]
      : []),
    ...partsOf(content.at),
    [content.until ?? content.review_on, { zh: '期限', en: 'term' }],
  ]
  return wanted.filter(([text]) => isEmpty(text)).map(([, words]) => words)
}

const partsOf = ({ scope, building, unit, group }: OrderPlace): [string | null, Words][] => {
  if (scope === 'village-group') return [[group, orderScopeWords['village-group']]]
  return [
    ...(scope === 'unit' || scope === 'building' ? [[building, orderScopeWords.building] as [string | null, Words]] : []),
    ...(scope === 'unit' ? [[unit, orderScopeWords.unit] as [string | null, Words]] : []),
  ]
}

function whyNotDays({ from, until, review_on }: OrderContent, today: Day): Problem | undefined {
  if (from < today) return problems.notBackdated({ today })
  const last = lastDayOf({ from, until, review_on, acts: [] })
  return whyNotTerm({ from, until, review_on }) ?? (last < today ? problems.endedBefore({ until: last }) : undefined)
}

function whyNotBeyond({ approval, issuer }: OrderContent, limits: readonly OrderLimit[]): Problem | undefined {
  const [first] = limits
  if (!first) return undefined
  if ([approval.reason, approval.authority, approval.number].some(isEmpty))
    return problems.beyondPlan({ limitZh: first.limit.zh, limitEn: first.limit.en })
  return approval.authority.trim() === issuer.trim() ? problems.approvesItself({}) : undefined
}

/**
 * Why an order may not be published so; nothing when it may: basis, body, scope and term stand in it, it is no wider than
 * explained, people under it are cared for, and what goes beyond the plan of the day has a reason and an approval
 * (传染病防治法 §67; 突发公共卫生事件应对法 §40, §46; 2020P 保障三).
 */
export function whyNotPublished(content: OrderContent, limits: readonly OrderLimit[], today: Day): Problem | undefined {
  if (!scopesOf(content.kind).includes(content.at.scope)) return problems.wrongScope({})
  const missing = missingIn(content)
  if (missing.length > 0) return problems.headerMissing(joined(missing))
  const words = orderScopeWords[content.at.scope]
  if (isWider(content.kind, content.at.scope) && isEmpty(content.wider_reason))
    return problems.needsWhyWider({ scopeZh: words.zh, scopeEn: words.en })
  const lines = needsServicePlan(content.kind) ? emptyLines(content.service_plan) : []
  if (lines.length > 0) return problems.noServicePlan(joined(lines.map((line) => serviceLines[line])))
  return whyNotDays(content, today) ?? whyNotBeyond(content, limits)
}
