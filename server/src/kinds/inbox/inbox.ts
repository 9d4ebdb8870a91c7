import { reachOf } from '@wangdi/domain/access/access.ts'
import type { EmergencyFunction } from '@wangdi/domain/endpoint.ts'
import { countInbox, getInbox, type WaitingRow } from '@wangdi/domain/kinds/inbox/inbox.api.ts'
import { mostCounted } from '@wangdi/domain/kinds/counted.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { firstActOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { isLate } from '@wangdi/domain/kinds/terms/term.rules.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import type { Static } from 'typebox'
import { type Request, type Served, serve } from '../../platform/serve.ts'
import { askedRow } from '../request/see.ts'
import { listWaiting } from './inbox.queries.ts'
import { countKept, keepingCount } from './kept.ts'
import { partsFor, sameWords, type WaitingPart, type Waits } from './joined.ts'
import { recordsWaiting } from './records.ts'

/** As far as this is paged; who has more narrows it. */
const mostShown = 2 * mostCounted

type Row = Static<typeof WaitingRow>
const declared = new Map<string, RequestKind>()

/** Tells the inbox of a kind; it is told of each as its verbs are made. */
export const joinInbox = (kind: RequestKind): void => void declared.set(kind.name, kind)

/** All kinds of requests whose verbs are made. */
export const declaredRequests = (): RequestKind[] => [...declared.values()]

/** A kind of request by its name, once its verbs are made; undefined where none has it. */
export const requestOf = (name: string): RequestKind | undefined => declared.get(name)

const doesSomething = (kind: RequestKind, role: Role) =>
  Object.keys(flowOf(kind.flow).acts).some((act) => act !== firstActOf(kind) && reachOf(`${kind.name}.${act}`, role))

// What waits in requests of kinds; of those that climb what is late below is told to whoever sees it.
async function askedWaiting({ db, actor, at }: Request<unknown>, only: string | undefined, size: number) {
  const seen = [...declared.values()].filter(
    ({ name, health }) => !health && reachOf(`${name}.see`, actor.role) && (only === undefined || name === only),
  )
  const names = seen.filter((kind) => doesSomething(kind, actor.role)).map(({ name }) => name)
  const climbing = seen.filter(({ climbs }) => climbs).map(({ name }) => name)
  if (actor.place.length < 6 || names.length + climbing.length === 0) return { rows: [], total: 0, late: 0, kinds: {} }
  return listWaiting(db, { place: actor.place, now: at, names, climbing, page: 0, size })
}

/** Whether each emergency function that a part needs is open; each is asked once. */
function openings({ whyClosed }: Request<unknown>) {
  const known = new Map<EmergencyFunction, boolean>()
  return async ({ needs }: WaitingPart): Promise<boolean> => {
    if (!needs) return true
    if (!known.has(needs)) known.set(needs, (await whyClosed(needs)) === undefined)
    return known.get(needs) === true
  }
}

async function othersWaiting(request: Request<unknown>): Promise<Row[]> {
  const now = request.at.toISOString()
  const isOpen = openings(request)
  const rows = (await recordsWaiting(request)).map((waits) => rowOf(waits, undefined, now))
  for (const part of partsFor(request.actor.role))
    if (await isOpen(part)) rows.push(...(await part.list(request)).map((waits) => rowOf(waits, part, now)))
  return rows
}

const rowOf = ({ what, ask, said, n, at, due_at, ...waits }: Waits, part: WaitingPart | undefined, now: string): Row => ({
  ...{ ...waits, what: what ?? part?.what ?? '', ask: ask ?? part?.ask ?? 'do', at: at && at.toISOString(), due_at },
  ...{ late: isLate(due_at, now), said: sameWords(said), n: n ?? null, climbed: false, asked: null },
})

// What is due first first; what has no term stands behind, since when it waits.
const keyOf = ({ due_at, at, id }: Row) => `${due_at ?? '9'} ${at ?? '9'} ${id}`
const inOrder = (rows: Row[]) => rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

const countedBy = (rows: readonly Row[]) =>
  Object.entries(Object.groupBy(rows, ({ what }) => what)).map(([what, own]) => ({ what, n: own?.length ?? 0 }))

// All that waits, with so many rows of requests; the number of it is kept for the menu.
const wholeWaiting = (request: Request<unknown>, size: number) =>
  keepingCount(request, async () => {
    const asked = await askedWaiting(request, undefined, size)
    const others = await othersWaiting(request)
    return { asked, others, total: asked.total + others.length }
  })

/** How many lines the list has: as it was read last, while nothing was done that could change it, else counted anew. */
export const inboxCount: Served = serve(countInbox, {
  about: () => ({}),
  run: async (request) => ({ total: countKept(request) ?? (await wholeWaiting(request, 1)).total }),
})

/**
 * What waits for the actor's office: requests of all kinds whose turn it is, and what is late below it where the kind climbs; and
 * what each subject joins, as far as the role may do something about it. Nothing of a kind that is health data, and what concerns
 * somebody's health as a number alone.
 */
export const inbox: Served = serve(getInbox, {
  about: () => ({}),
  run: async (request) => {
    const { actor, at, saw } = request
    const { page = 0, size = 50, what, late = false } = request.input
    const now = at.toISOString()
    const upTo = Math.min((page + 1) * size, mostShown)
    const { asked, others, total } = await wholeWaiting(request, what === undefined ? upTo : 1)
    const own = what === undefined ? asked : await askedWaiting(request, what, upTo)
    const among = others.filter((row) => (what === undefined || row.what === what) && (!late || row.late))
    const askedRows = own.rows.map((one): Row => {
      const row = askedRow(one, now)
      const { id, kind, about, door } = row
      return {
        ...{ id, what: kind, ask: 'do', about, at: row.at, due_at: row.due_at, late: row.late, said: null, n: null },
        ...{ climbed: row.turn !== actor.place, asked: { ...row, door } },
      }
    })
    const all = inOrder([...askedRows.filter((row) => !late || row.late), ...among])
    const rows = all.slice(page * size, upTo)
    const shown = new Set(rows.map(({ id }) => id))
    saw(own.rows.filter(({ id }) => shown.has(id)).map(({ dwelling, person }) => person ?? dwelling))
    const lateOthers = others.filter((row) => row.late).length
    return {
      rows,
      total: (late ? own.late : own.total) + among.length,
      whole: { total, late: asked.late + lateOthers },
      whats: [...Object.entries(asked.kinds).map(([name, n]) => ({ what: name, n })), ...countedBy(others)],
    }
  },
})
