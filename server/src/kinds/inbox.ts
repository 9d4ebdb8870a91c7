import { reachOf } from '@wangdi/domain/access/access.ts'
import { getInbox } from '@wangdi/domain/kinds/inbox.api.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { type Served, serve } from '../platform/serve.ts'
import { listWaiting } from './inbox.queries.ts'
import { askedRow } from './request/see.ts'

const declared = new Map<string, RequestKind>()

/** Tells the inbox of a kind; it is told of each as its verbs are made. */
export const joinInbox = (kind: RequestKind): void => void declared.set(kind.name, kind)

/** All kinds of requests whose verbs are made. */
export const declaredRequests = (): RequestKind[] => [...declared.values()]

/** A kind of request by its name, once its verbs are made; undefined where none has it. */
export const requestOf = (name: string): RequestKind | undefined => declared.get(name)

/** What waits for the actor's office over all kinds, and what is late below it. Nothing of a kind that is health data. */
export const inbox: Served = serve(getInbox, {
  about: () => ({}),
  run: async ({ db, actor, input: { page = 0, size = 50 }, at, saw }) => {
    const mine = [...declared.values()].filter(({ name, health }) => !health && reachOf(`${name}.see`, actor.role))
    const climbing = mine.filter(({ climbs }) => climbs).map(({ name }) => name)
    const names = mine.map(({ name }) => name)
    const { rows, total } = await listWaiting(db, { place: actor.place, now: at, names, climbing, page, size })
    saw(rows.map(({ dwelling, person }) => person ?? dwelling))
    const listed = rows.map((row) => askedRow(row, at.toISOString()))
    return { rows: listed.map((row) => ({ ...row, climbed: row.turn !== actor.place })), total }
  },
})
