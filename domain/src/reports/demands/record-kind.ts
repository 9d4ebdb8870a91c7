import type { Role } from '@wangdi/policy/vocabulary.ts'
import type { EmergencyFunction } from '../../endpoint.ts'
import type { Words } from '../../problem.ts'
import type { Sensitivity } from './sensitivity.ts'

/** Why, by which law, by whom, where and how long something about people is kept; without all of it nothing may be collected. */
export interface Handling {
  readonly words: Words
  /** The one role that answers for it, and the one place where it is collected. */
  readonly collector: Role
  readonly point: Words
  readonly purpose: Words
  readonly ground: string
  readonly keep: Words
  readonly sensitivity: readonly Sensitivity[]
}

/** A table of records about people. `ends` names the function whose response they serve: they are destroyed after it. */
export interface RecordKind extends Handling {
  readonly ends: EmergencyFunction | null
}

/** The law by which a community keeps records to serve those who live there. */
export const serviceLaw = '居民委员会组织法、村民委员会组织法 §9；个人信息保护法 §13(三)'

/** Words in both languages. */
export const served = (zh: string, en: string): Words => ({ zh, en })
