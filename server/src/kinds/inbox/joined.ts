import { access, reachOf } from '@wangdi/domain/access/access.ts'
import type { EmergencyFunction } from '@wangdi/domain/endpoint.ts'
import type { Ask } from '@wangdi/domain/kinds/inbox/waiting.ts'
import type { Words } from '@wangdi/domain/problem.ts'
import { type Role, roles } from '@wangdi/domain/roles.ts'
import type { Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Actor, Request } from '../../platform/serve.ts'

/** One thing that waits, or many that are told as a number; what it is and what is to be done where that differs from its part. */
export interface Waits {
  readonly id: string
  readonly about: PlaceCode
  /** Since when it waits, and until when; null where nothing says so. */
  readonly at: Date | null
  readonly due_at: Instant | null
  /** What it is called, where it is one thing with a name. */
  readonly said?: string | null
  /** How many it stands for, where its list opens them. */
  readonly n?: number | null
  readonly what?: string
  readonly ask?: Ask
}

/** What a part of the inbox is asked with: whose it is, and when. */
export type Asking = Pick<Request<unknown>, 'db' | 'actor' | 'today' | 'at'>

/** A part of what waits for an office, of one subject. */
export interface WaitingPart {
  readonly what: string
  readonly ask: Ask
  /** The verb by which it is done: it waits for those alone who may do it. */
  readonly verb: string
  readonly needs?: EmergencyFunction
  /** What waits, a thousand and one at most. */
  readonly list: (asking: Asking) => Promise<readonly Waits[]>
}

/** No part tells more rows than these. */
export const mostOfPart = 1001

const parts: WaitingPart[] = []

/** Tells the inbox of what waits in a subject; each joins its own as it is loaded. */
export const joinWaiting = (...joining: readonly WaitingPart[]): void => void parts.push(...joining)

/** The parts that somebody of a role may do something about. */
export const partsFor = (role: Role): WaitingPart[] => parts.filter(({ verb }) => reachOf(verb, role))

const lengths = { nation: 0, province: 2, city: 4, county: 6, street: 9, community: 12 } as const

/** How long the codes of the lowest places are at which somebody may do a verb: there it waits first. */
export const lowestOf = (verb: string): number =>
  Math.max(0, ...Object.keys(access[verb] ?? {}).map((role) => lengths[roles[role as Role].level]))

/** Whether what lies below an office waits for the office: nobody nearer may do it. */
export const isFirstAbove = (verb: string, { place }: Pick<Actor, 'place'>): boolean => lowestOf(verb) === place.length

/** The word of a thing with one name in both languages. */
export const sameWords = (said: string | null | undefined): Words | null => (said ? { zh: said, en: said } : null)
