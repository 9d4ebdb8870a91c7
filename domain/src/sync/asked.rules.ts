import { shanghaiDay } from '../day.ts'
import type { Values } from '../kinds/fields.ts'
import { momentAfter } from '../kinds/order.ts'
import { startsClock } from '../kinds/request/act.rules.ts'
import type { DoneAct, Whom } from '../kinds/request/flow.ts'
import { flowOf } from '../kinds/request/flows.ts'
import { type HeldAsked, standingForHelper } from '../kinds/request/held-asked.ts'
import { firstActOf, firstWhom, numberOf } from '../kinds/request/request.rules.ts'
import type { RequestKind } from '../kinds/request/request.ts'
import { type Folded, standingAfter, unbegun } from '../kinds/request/standing.rules.ts'
import { dueOf, termFor, type Urgency } from '../kinds/terms/term.rules.ts'
import { settle } from '../kinds/when.ts'
import { doorText } from '../places/door-plate.ts'
import type { Id, Instant } from '../schema.ts'
import type { Held } from './held.rules.ts'
import type { Me, Said } from './said.ts'
import type { HeldRows } from './sync.ts'

interface KindAct {
  readonly kind: RequestKind
  readonly act: string
}

/** Whether an act begins a request of its kind. */
export const isFirst = ({ kind, act }: KindAct): boolean => firstActOf(kind) === act

interface Told extends Whom {
  readonly id: Id
  readonly dwelling?: Id
  readonly urgency: Urgency
  readonly fields?: Values
  readonly result?: string
  readonly ground?: string
  readonly v?: number
}

// As the server keeps it: under a moment after the last of its record, and with the term that it starts.
function actOf({ kind, act }: KindAct, said: Told, at: Instant, urgency: Urgency, me: Me, whom: Whom): Omit<DoneAct, 'id'> {
  const due = startsClock(flowOf(kind.flow), act) ? dueOf(termFor(kind.terms, urgency), at) : null
  const { result, ground } = said
  return {
    ...{ act, at, by: me.account, place: me.place ?? '', whom },
    ...(result !== undefined && { result }),
    ...(ground !== undefined && { ground }),
    ...(due && { due_at: due.due_at }),
  }
}

const whomOf = ({ office, doer, other, addressees }: Told): Whom => ({
  ...(office !== undefined && { office }),
  ...(doer !== undefined && { doer }),
  ...(other !== undefined && { other }),
  ...(addressees && { addressees }),
})

/**
 * The requests on a phone as an act recorded on it leaves them, by the same fold as the server's; none where the act does not
 * fit where they stand, or stands in them already.
 */
export function askedRows(held: Held, done: KindAct, { at, input }: Pick<Said, 'at' | 'input'>, me: Me): HeldRows {
  const said = input as unknown as Told
  if (isFirst(done)) return begun(held, done, said, at, me)
  const flow = flowOf(done.kind.flow)
  const after = (row: HeldAsked, shown: (at: Folded) => Folded): HeldAsked[] => {
    const moment = momentAfter(row.standing.last_at, at)
    const act = actOf(done, said, moment, row.urgency as Urgency, me, whomOf(said))
    const standing = standingAfter(flow, row.standing, { ...act, id: said.id })
    return standing.strays.length > row.standing.strays.length ? [] : [{ ...row, standing: shown(standing) }]
  }
  const [asked, given] = [held.asked.get(said.id), held.given.get(said.id)]
  return {
    ...(asked && { asked: after(asked, (standing) => standing) }),
    ...(given && { given: after(given, standingForHelper) }),
  }
}

function begun(held: Held, done: KindAct, said: Told, at: Instant, me: Me): HeldRows {
  const { kind } = done
  const { id, dwelling = null, urgency, fields = {}, v = kind.version } = said
  const whom = firstWhom(kind, me.place ?? '', whomOf(said))
  const standing = standingAfter(flowOf(kind.flow), unbegun, { ...actOf(done, said, at, urgency, me, whom), id })
  const door = dwelling === null ? undefined : held.dwelling.get(dwelling)
  const row = { id, kind: kind.name, version: kind.version, number: numberOf(id, shanghaiDay(at)), at, urgency, dwelling }
  return { asked: [{ ...row, door: doorText(door ?? null), standing, fields: settle(kind.fields, fields, v).values }] }
}
