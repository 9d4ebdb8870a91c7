import { addDays, shanghaiDay } from '@wangdi/domain/day.ts'
import type { Field } from '@wangdi/domain/kinds/fields.ts'
import { fieldsFor } from '@wangdi/domain/kinds/kind.ts'
import { mayAct } from '@wangdi/domain/kinds/request/act.rules.ts'
import type { Step } from '@wangdi/domain/kinds/request/flow.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import type { HeldAsked } from '@wangdi/domain/kinds/request/held-asked.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { isLate } from '@wangdi/domain/kinds/terms/term.rules.ts'
import type { DoorPlate } from '@wangdi/domain/places/door-plate.ts'
import type { Instant } from '@wangdi/domain/schema.ts'
import type { Held } from '@wangdi/domain/sync/held.rules.ts'
import { phoneKindOf } from '@wangdi/domain/sync/phone-kinds.ts'
import type { Me } from '../shell/phone.ts'

/** A request as the phone's pages show it: with its kind, the fields its bearer reads, and what may be done with it here. */
export interface OnPhone {
  readonly row: HeldAsked
  readonly kind: RequestKind
  /** Given to whoever carries the phone: they see what helpers read and nothing else. */
  readonly isGiven: boolean
  readonly fields: readonly (readonly [string, Field])[]
  /** The acts that may be done here now; those that hand it to somebody are done at a desk. */
  readonly may: readonly (readonly [string, Step])[]
}

// The flow says that it is their turn, access that the role may: with what was given, or with what lies in the own grids.
function mayHere(kind: RequestKind, { standing }: HeldAsked, isGiven: boolean, me: Me, now: Instant): OnPhone['may'] {
  const flow = flowOf(kind.flow)
  const actor = { account: me.account, place: me.place, isBlind: isGiven && me.access[`${kind.name}.see`] !== 'area' }
  return mayAct(flow, standing, actor, now, kind).flatMap((act) => {
    const step = flow.acts[act]
    const reach = me.access[`${kind.name}.${act}`]
    const isOpen = reach !== undefined && (isGiven || reach !== 'given')
    return step && isOpen && step.sets === undefined ? [[act, step] as const] : []
  })
}

/** One request that the phone holds, as it was given to its bearer where it was; undefined where it holds none. */
export function onPhone(held: Held, id: string, me: Me, now: Instant): OnPhone | undefined {
  const given = held.given.get(id)
  const row = given ?? held.asked.get(id)
  const kind = row && phoneKindOf(row.kind)
  if (!row || !kind) return undefined
  const isGiven = given !== undefined
  const read = isGiven ? fieldsFor(kind.fields, 'helper') : kind.fields
  const fields = Object.entries(read).filter(([name]) => row.fields[name] !== undefined)
  return { row, kind, isGiven, fields, may: mayHere(kind, row, isGiven, me, now) }
}

/** All that was given to whoever carries the phone, or all that is open in their grids, what is due first first. */
export function listOnPhone(held: Held, which: 'given' | 'asked', me: Me, now: Instant): OnPhone[] {
  return [...held[which].values()]
    .filter(({ standing }) => !standing.ended)
    .flatMap(({ id }) => onPhone(held, id, me, now) ?? [])
    .sort((a, b) => (a.row.standing.due_at ?? '9').localeCompare(b.row.standing.due_at ?? '9') || (a.row.at < b.row.at ? -1 : 1))
}

/** When something is to be done, as the list is laid out: `late` and `first` at once, then today, then later; `told` waits for others. */
export type Clock = 'late' | 'soon' | 'today' | 'later' | 'told'
/** Under two hours, in ms. */
const soonMs = 2 * 3_600_000

/** Under which clock a request stands. */
export function clockOf({ row: { standing }, isGiven, may }: OnPhone, now: Instant): Clock {
  if (isGiven && may.length === 0) return 'told'
  const { due_at } = standing
  if (isLate(due_at, now)) return 'late'
  if (due_at === null) return 'later'
  if (Date.parse(due_at) - Date.parse(now) < soonMs) return 'soon'
  // A term of days ends at midnight, which is still that day.
  return due_at <= new Date(`${addDays(shanghaiDay(now), 1)}T00:00:00+08:00`).toISOString() ? 'today' : 'later'
}

/** A door plate from its line, for a door that the phone does not hold. */
export function plateFrom(text: string): DoorPlate {
  const cut = text.lastIndexOf(' ')
  const parts = cut < 0 ? ['', text] : [text.slice(0, cut), text.slice(cut + 1)]
  const [estate = '', near = ''] = parts
  const told = /^(.*(?:单元|号楼|栋|座|组))(.+)$/u.exec(near)
  return { estate, building: told?.[1] ?? '', room: told?.[2] ?? near }
}
