import { addDays, shanghaiDay, shanghaiInstant } from '@wangdi/domain/day.ts'
import type { DocumentAct, DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { Fields, RecordOf, Values } from '@wangdi/domain/kinds/fields.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import type { Urgency } from '@wangdi/domain/kinds/terms/term.rules.ts'
import type { RoundKind } from '@wangdi/domain/kinds/round/round.ts'
import type { Instant, PlaceCode } from '@wangdi/domain/schema.ts'

/** When something was done: so many days before today at an hour, or so many minutes before the moment of the demo. */
export type When = { readonly days: number; readonly time: string } | { readonly minutes: number }
/** So many days before today at an hour. */
export const at = (days: number, time: string): When => ({ days, time })
/** So many minutes ago. */
export const ago = (minutes: number): When => ({ minutes })

/** The moment that is meant, never later than now. */
export function momentOf(when: When, now: Date): Instant {
  if ('minutes' in when) return new Date(now.getTime() - when.minutes * 60_000).toISOString()
  const told = shanghaiInstant(addDays(shanghaiDay(now.getTime()), -when.days), when.time)
  return told < now.toISOString() ? told : now.toISOString()
}

/** What the acts of a kind ask beside their words, by act. */
type SaidWith<K> = K extends { readonly asks: infer A }
  ? { readonly [N in keyof A]?: A[N] extends Fields ? RecordOf<A[N]> : never }
  : object

/** One request of a sample: when it began, what was said, and the acts after the first in their order. */
export interface AskedLine<K extends RequestKind = RequestKind> {
  readonly began: When
  readonly fields: RecordOf<K['fields']>
  readonly acts?: readonly string[]
  /** What records told after it call it, where no line of text of its own names it. */
  readonly called?: string
  /** Acts done when all else was told: they point at what came later. */
  readonly later?: readonly string[]
  readonly urgency?: keyof K['terms'] & Urgency
  readonly way?: 'desk' | 'paper' | 'phone' | 'online'
  /** A door of the community, by what its plate says. */
  readonly door?: string
  /** Where it is about another place than the community. */
  readonly place?: PlaceCode
  /** The place that it is handed to. */
  readonly to?: PlaceCode
  readonly result?: string
  readonly ground?: string
  /** Minutes between its acts, where that is not as usual for the kind. */
  readonly every?: number
  readonly said?: SaidWith<K>
}
/** Requests of a kind: minutes between acts, what acts usually say, and the lines of each community. */
export interface AskedSample {
  readonly kind: RequestKind
  readonly every: number
  readonly said: Readonly<Record<string, Values>>
  readonly lines: Readonly<Record<PlaceCode, readonly AskedLine[]>>
}
/** A sample of a kind of request; its fields are those of the kind, or it does not compile. */
export const asked = <K extends RequestKind>(
  kind: K,
  every: number,
  said: SaidWith<K>,
  lines: Readonly<Record<PlaceCode, readonly AskedLine<K>[]>>,
): AskedSample => ({ kind, every, said, lines }) as unknown as AskedSample

/** One thing of a sample. */
export interface ThingLine<K extends RegisterKind = RegisterKind> {
  readonly added: When
  readonly fields: RecordOf<K['fields']>
  /** The own state that it was given the day after, and on what basis. */
  readonly state?: readonly [keyof NonNullable<K['states']> & string, string]
  /** Who signed it the day after. */
  readonly signed?: string
  /** What is said more of it when all else was told: it points at what came later. */
  readonly later?: RecordOf<K['fields']>
  /** Nobody approved it yet. */
  readonly waiting?: true
  /** When it was visited, where its register says that it is. */
  readonly visited?: When
  /** Why it is on the register no more. */
  readonly ended?: string
}
/** The things of a register by community. */
export interface ThingSample {
  readonly kind: RegisterKind
  readonly lines: Readonly<Record<PlaceCode, readonly ThingLine[]>>
}
/** A sample of a register; its fields are those of the kind, or it does not compile. */
export const things = <K extends RegisterKind>(
  kind: K,
  lines: Readonly<Record<PlaceCode, readonly ThingLine<K>[]>>,
): ThingSample => ({ kind, lines }) as unknown as ThingSample

/** One document of a sample: its first version, and the acts after it in their order, each on the newest version. */
export interface PaperLine<K extends DocumentKind = DocumentKind> {
  readonly saved: When
  readonly fields: RecordOf<K['fields']>
  /** Fields of a day, as many days after today, or before. */
  readonly days?: Readonly<Partial<Record<keyof K['fields'] & string, number>>>
  readonly acts?: readonly DocumentAct[]
  /** What the next version says otherwise, of `save` among the acts. */
  readonly next?: RecordOf<K['fields']>
  /** What is said when it is received. */
  readonly receipt?: K extends { readonly receipt: infer R extends Fields } ? RecordOf<R> : never
  readonly ground?: string
}
/** The documents of a kind by the place that writes them. */
export interface PaperSample {
  readonly kind: DocumentKind
  readonly lines: Readonly<Record<PlaceCode, readonly PaperLine[]>>
}
/** A sample of a document; its fields are those of the kind, or it does not compile. */
export const papers = <K extends DocumentKind>(
  kind: K,
  lines: Readonly<Record<PlaceCode, readonly PaperLine<K>[]>>,
): PaperSample => ({ kind, lines }) as unknown as PaperSample

/**
 * The looks of a round: so many turns before the present one, in which everything was as usual; in the present one those to be gone to
 * stand as said, in the order of the register: as usual, as told, or still to be gone to.
 */
export interface LookSample {
  readonly kind: RoundKind
  readonly turns: number
  readonly usual: Values
  readonly now: readonly (Values | 'usual' | 'due')[]
}
/** A sample of a round; its fields are those of the kind, or it does not compile. */
export const looks = <K extends RoundKind>(
  kind: K,
  turns: number,
  usual: RecordOf<K['fields']>,
  now: readonly (RecordOf<K['fields']> | 'usual' | 'due')[],
): LookSample => ({ kind, turns, usual, now }) as LookSample
