import type { Command, CommandAnswer } from '@wangdi/domain/endpoint.ts'
import { photosOf } from '@wangdi/domain/sync/files.rules.ts'
import { rowsOf } from '@wangdi/domain/sync/fold.rules.ts'
import { applyRows, type Held } from '@wangdi/domain/sync/held.rules.ts'
import type { HeldSetting } from '@wangdi/domain/sync/sync.ts'
import { tidyAll } from '@wangdi/domain/text/tidy-input.ts'
import { openHolding } from './holding.ts'
import { type Entry, isOpen, momentNow, openOutbox, refusedWith, saidAgain, sendable, settledBy } from './outbox.ts'
import { type Draft, openDrafts } from './drafts.ts'
import { type Carried, pull, type PullRoad } from './pull.ts'
import { openPhotos, type Photos } from './photos.ts'
import type { Position, Store } from './store.ts'

/** The roads of the engine; tests put a model of the server here. */
export interface Road extends PullRoad {
  send(commands: Command[]): Promise<CommandAnswer[]>
  /** Sends a photo for an act of a kind; the same one again is as once. */
  put(photo: { readonly kind: string; readonly act: string; readonly id: string }, bytes: Blob): Promise<void>
}

export interface EngineParts {
  readonly store: Store
  readonly key: CryptoKey
  readonly road: Road
  readonly me: { readonly account: string; readonly name: string; readonly place?: string }
  /** What this phone carries; absent: doors alone. */
  readonly carries?: Carried
  readonly newId: () => string
  /** The phone's clock set right by the server's, ms since 1970. */
  readonly now: () => number
}

/** How the last exchange with the server went. */
export type Exchange = 'never' | 'done' | 'offline' | 'signed-out' | 'failed'

/** The last exchange, and whether one is running. */
export interface ExchangeState {
  readonly state: Exchange
  readonly running: boolean
  readonly problem?: unknown
}

/** What a phone knows and has to say; everything is on the phone before a promise is kept. */
export interface Engine {
  /** What pages show: the rows held, with those of records not yet sent. */
  view(): Held
  setting(): HeldSetting | undefined
  position(): Position | undefined
  entries(): readonly Entry[]
  exchange(): ExchangeState
  subscribe(listener: () => void): () => void
  record(verb: string, input: Entry['input'], title: Entry['title']): Promise<Entry>
  /** Sends what may be sent, then fetches what is new. One at a time; a second call waits for the first and runs again. */
  sync(): Promise<void>
  settle(id: string, how: 'mine' | 'theirs' | 'ask'): Promise<void>
  /** What was begun in a form and not saved yet: sealed on the phone, nobody else sees it, gone after some days. */
  readonly drafts: Draft
  /** Photos that wait for the record that names them. */
  readonly photos: Photos
}

const batch = 50
// No network, or a server whose database is coming back: nothing was judged, so the records stay and go again by themselves.
const unreached = new Set<unknown>(['network.none', 'server.busy', 'server.unsure'])
const doneDays = 3
// The server failed at it, or would not look at it: others may be better off.
const mayLieInOne = (problem: unknown): boolean => {
  const { code } = problem as { code?: unknown }
  return code === 'server.broken' || code === 'request.invalid' || code === 'request.too-large'
}

/** Opens the engine of a phone whose key is open. */
export async function openEngine(parts: EngineParts): Promise<Engine> {
  const { store, key, road, me, newId, now, carries = { doors: true, given: false } } = parts
  const holding = await openHolding(store, key)
  const outbox = await openOutbox(store, key, now)
  const drafts = openDrafts(store, key, now)
  const photos = openPhotos(store, key, now)
  // Sent since the app was opened; after a restart they go once more, which the server knows.
  const put = new Set<string>()
  const listeners = new Set<() => void>()
  let exchange: ExchangeState = { state: (await store.find<boolean>('signed-out')) ? 'signed-out' : 'never', running: false }
  let viewed: { held: Held; entries: readonly Entry[]; view: Held } | undefined
  let running: Promise<void> | undefined
  let queued: Promise<void> | undefined

  const told = () => {
    for (const listener of listeners) listener()
  }

  function view(): Held {
    const [held, entries] = [holding.held(), outbox.list()]
    if (viewed?.held !== held || viewed.entries !== entries) {
      const unsent = entries.filter(({ state }) => state === 'unsent')
      viewed = { held, entries, view: unsent.reduce((seen, entry) => applyRows(seen, rowsOf(seen, entry, me)), held) }
    }
    return viewed.view
  }

  // The row of a done record goes to the phone before the record is called done: between the two it is sent again.
  async function answered(entry: Entry, answer: CommandAnswer): Promise<void> {
    const settled = settledBy(entry, answer, now())
    const kept = { ...entry, ...settled }
    if (answer.state === 'done') await holding.keep({ held: applyRows(holding.held(), rowsOf(holding.held(), kept, me)) })
    await outbox.change(entry.id, settled)
    const { ids } = photosOf(entry)
    if (settled.state === 'done' || settled.state === 'dropped') await photos.drop(ids)
    // Said again, they go again: the server drops what nobody made a record of.
    else for (const id of ids) put.delete(id)
    told()
  }

  // What shows how something was is there before what says so.
  async function putPhotos(entry: Entry): Promise<void> {
    const { ids, ...of } = photosOf(entry)
    for (const id of ids.filter((one) => !put.has(one))) {
      const photo = await photos.find(id)
      if (photo) await road.put({ ...of, id }, photo)
      put.add(id)
    }
  }

  /** Those whose photos are all there; one whose photo is refused is refused with its reason. */
  async function withPhotos(entries: readonly Entry[]): Promise<Entry[]> {
    const ready: Entry[] = []
    for (const entry of entries)
      try {
        await putPhotos(entry)
        ready.push(entry)
      } catch (problem) {
        const { code, status } = problem as { code?: unknown; status?: number }
        if (unreached.has(code) || code === 'session.signed-out' || status === undefined || status === 429) throw problem
        await outbox.change(entry.id, refusedWith(entry, problem, now()))
        told()
      }
    return ready
  }

  async function sendAll(): Promise<void> {
    const tried = new Set<string>()
    let single = false
    for (;;) {
      const entries = sendable(outbox.list(), Number.POSITIVE_INFINITY)
        .filter(({ id }) => !tried.has(id))
        .slice(0, single ? 1 : batch)
      const [first] = entries
      if (!first) return
      try {
        const ready = await withPhotos(entries)
        for (const { id } of entries) if (!ready.some((one) => one.id === id)) tried.add(id)
        if (ready.length === 0) continue
        const answers = await road.send(ready.map(({ id, verb, at, input }) => ({ id, verb, at, input: { ...input } })))
        for (const answer of answers) {
          const entry = entries.find(({ id }) => id === answer.id)
          if (entry) await answered(entry, answer)
          if (entry && answer.state === 'unjudged') tried.add(entry.id)
        }
        if (answers.length === 0) return
      } catch (problem) {
        // A fault may lie in one record, which would hold the whole batch: they go one by one, and that one is found.
        if (!mayLieInOne(problem)) throw problem
        if (single || entries.length === 1) {
          tried.add(first.id)
          await outbox.change(first.id, refusedWith(first, problem, now()))
          told()
        }
        single = true
      }
    }
  }

  async function exchangeOnce(): Promise<void> {
    exchange = { ...exchange, running: true }
    told()
    try {
      await sendAll()
      await pull(road, holding, outbox, carries, told)
      await outbox.tidy(doneDays)
      await drafts.tidy()
      const waiting = new Set(
        outbox
          .list()
          .filter(isOpen)
          .flatMap((entry) => photosOf(entry).ids),
      )
      await photos.tidy((id) => waiting.has(id))
      exchange = { state: 'done', running: false }
    } catch (problem) {
      const code = (problem as { code?: unknown }).code
      const state = unreached.has(code) ? 'offline' : code === 'session.signed-out' ? 'signed-out' : 'failed'
      exchange = { state, running: false, problem }
    }
    // Remembered, so that a phone whose session was ended stays shut at its next start, too.
    if (exchange.state === 'signed-out') await store.keep('signed-out', true)
    else if (exchange.state === 'done') await store.plain.delete('signed-out')
    told()
  }

  function sync(): Promise<void> {
    if (!running) {
      running = exchangeOnce().finally(() => {
        running = undefined
      })
      return running
    }
    queued ??= running.then(() => {
      queued = undefined
      return sync()
    })
    return queued
  }

  return {
    view,
    setting: holding.setting,
    position: holding.position,
    entries: outbox.list,
    exchange: () => exchange,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async record(verb, input, title) {
      const moment = momentNow(now(), [holding.position()?.at, outbox.list().findLast(({ state }) => state === 'unsent')?.at])
      const entry = await outbox.add({ id: newId(), verb, ...moment, input: tidyAll(input), title })
      told()
      return entry
    },
    sync,
    async settle(id, how) {
      const entry = outbox.list().find((one) => one.id === id)
      if (!entry || !isOpen(entry)) return
      if (how === 'ask') await outbox.change(id, { asked: true })
      else if (how === 'theirs') {
        await outbox.change(id, { state: 'dropped' })
        await photos.drop(photosOf(entry).ids)
      } else await outbox.replace(id, saidAgain(entry, newId()))
      told()
    },
    drafts,
    photos,
  }
}
