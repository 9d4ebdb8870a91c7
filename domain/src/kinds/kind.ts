import type { EvidenceName } from '@wangdi/policy/vocabulary.ts'
import type { AreaName } from '../area.ts'
import type { Counted } from '../counted/units.ts'
import type { EmergencyFunction } from '../endpoint.ts'
import type { Words } from '../problem.ts'
import type { Role } from '../roles.ts'
import type { DailySource } from './daily.ts'
import type { Fields } from './fields.ts'

/** How sensitive a record is (个人信息保护法 §28 and our own grades). */
export type Sensitivity = 'figure' | 'place' | 'person' | 'health' | 'whereabouts' | 'under-14'

/** Why data are kept, by which law, by whom and how long; a kind without it does not compile (个人信息保护法 §6, §19). */
export interface Handling {
  readonly collector: Role
  readonly purpose: Words
  readonly ground: string
  /** Days after a record ends, or with the response that it belongs to. */
  readonly keep: { readonly days: number } | { readonly response: EmergencyFunction }
  readonly sensitivity: readonly Sensitivity[]
}

/** Services of a community for its residents; kept so many days after a record ends. */
export const service = (purpose: Words, days: number, ...sensitivity: Sensitivity[]): Handling => ({
  collector: 'community-worker',
  purpose,
  ground: '居民委员会组织法、村民委员会组织法 §9；个人信息保护法 §13(三)',
  keep: { days },
  sensitivity,
})

/** Measures against an epidemic; destroyed with the response that opened them. */
export const epidemic = (purpose: Words, response: EmergencyFunction, ...sensitivity: Sensitivity[]): Handling => ({
  collector: 'community-worker',
  purpose,
  ground: '传染病防治法；个人信息保护法 §13(四)',
  keep: { response },
  sensitivity,
})

/**
 * Days that a record is kept after its end, thirty at least; what is kept with a response goes with that, at the latest a year
 * after its own end.
 */
export const keepDaysOf = ({ handling: { keep } }: { readonly handling: Handling }): number =>
  'days' in keep ? Math.max(30, keep.days) : 365

/** The function whose response the records of a kind are destroyed after; null where they are kept as services are. */
export const endsWithOf = ({ handling: { keep } }: { readonly handling: Handling }): EmergencyFunction | null =>
  'response' in keep ? keep.response : null

/** The name of a kind: the subject it stands in, and its own word. */
export type KindName = `${string}.${string}`

/** What every kind says of itself, whatever its mechanism. */
export interface Common {
  readonly name: KindName
  /** Counts up; an older client is judged by its own. */
  readonly version: number
  readonly words: Words
  /** How its records are counted (件, 处). */
  readonly unit: Counted
  /** The heading of the menu it stands under. */
  readonly area: AreaName
  readonly fields: Fields
  readonly handling: Handling
  /** The words of the plan's evidence that its records prove. */
  readonly proves?: readonly EvidenceName[]
  /** Its records are a line of a community's daily report: requests of the day, or how far a round has come. */
  readonly daily?: DailySource
  /** All of it is health data; else only what fields say is. */
  readonly health?: true
  /** Shut until a response opens it. */
  readonly needs?: EmergencyFunction
  /** Those it is given to see only what is meant for helpers, and nothing but what was given to them. */
  readonly blind?: true
  /** Held by phones. */
  readonly phone?: true
  readonly page?: 'own'
}

/** Refuses what a declaration does not know, which a generic type would let pass. */
export type NoMore<K, D> = K & Readonly<Record<Exclude<keyof K, keyof D>, never>>

/** The verb of an act of a kind: permission, audit line, offline command and label. */
export const verbOf = <N extends KindName, A extends string>({ name }: { readonly name: N }, act: A) => `${name}.${act}` as const

/** Whether a verb must run with the health flag: the kind is health data, or the act touches what only health may read. */
export function touchesHealth(kind: Common, fields: Fields = kind.fields): boolean {
  return kind.health === true || Object.values(fields).some(({ to }) => to === 'health')
}

/** The fields that an audience reads: those meant for it, and for `office` all that are meant for nobody alone. */
export function fieldsFor(fields: Fields, audience: 'helper' | 'office' | 'health' | 'named'): Fields {
  const isRead = ({ to }: Fields[string]) => to === audience || (audience === 'office' && (to === undefined || to === 'helper'))
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => isRead(field)))
}

/** What a declaration must say because of its fields: persons and phones make it personal, health fields make it health. */
export function faultsOfHandling({ name, fields, handling, health }: Common): string[] {
  const all = Object.values(fields).flatMap((field) => [field, ...Object.values(field.rows ?? {})])
  const needs: Sensitivity[] = [
    ...(all.some(({ type }) => type === 'person' || type === 'phone') ? (['person'] as const) : []),
    ...(health || all.some(({ to }) => to === 'health') ? (['health'] as const) : []),
  ]
  return needs
    .filter((one) => !handling.sensitivity.includes(one))
    .map((one) => `${name}: its fields are of ${one}, its handling is not`)
}
