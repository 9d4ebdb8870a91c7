import type { CommandAnswer, ProblemReply } from '@wangdi/domain/endpoint.ts'
import { idsOf } from '@wangdi/domain/sync/fold.rules.ts'
import type { EntryState, Store } from './store.ts'
import { open, seal } from './vault.ts'

/** One record of the outbox, opened. */
export interface Entry {
  readonly id: string
  readonly verb: string
  /** When it happened, by the server's clock as far as the phone knows it. */
  readonly at: string
  readonly input: Readonly<Record<string, unknown>>
  /** What the list shows: door and a word or two, made when it was recorded. */
  readonly title: { readonly estate?: string; readonly building: string; readonly room: string; readonly text: string }
  readonly state: EntryState
  readonly since: number
  /** The phone's clock had jumped back when this was recorded; or the server keeps it under another moment, and says why. */
  readonly clock?: 'back' | 'set-right'
  /** Why it was refused. */
  readonly problem?: ProblemReply
  /** How often the server failed at it, and since when. */
  readonly failed?: { readonly times: number; readonly since: number }
  /** The supervisor was asked; it stays until somebody decides. */
  readonly asked?: boolean
}

type Inside = Omit<Entry, 'id' | 'state' | 'since'>

/** The records of a phone, in the order in which they were made. */
export interface Outbox {
  list(): readonly Entry[]
  add(entry: Omit<Entry, 'since' | 'state'>): Promise<Entry>
  change(id: string, more: Partial<Omit<Entry, 'id'>> & { state?: EntryState }): Promise<void>
  /** Puts another record in the place of one, with a new id: the same thing said again. */
  replace(id: string, entry: Omit<Entry, 'since' | 'state'>): Promise<void>
  /** Forgets at once what is settled and is about something that was destroyed; all that is settled where nobody can tell any more. */
  forget(isDestroyed: (entry: Entry) => boolean): Promise<void>
  /** Forgets what is done for longer than the days given. */
  tidy(days: number): Promise<void>
}

/** Opens the outbox that lies in the store. */
export async function openOutbox(store: Store, key: CryptoKey, now: () => number): Promise<Outbox> {
  const seqs = new Map<string, number>()
  let entries: Entry[] = []
  for (const stored of await store.outbox.orderBy('seq').toArray()) {
    const inside = await open<Inside>(key, `outbox:${stored.id}`, stored.sealed)
    seqs.set(stored.id, stored.seq ?? 0)
    entries.push({ ...inside, id: stored.id, state: stored.state, since: stored.since })
  }
  const sealed = async ({ id, state, since, ...inside }: Entry) => ({
    id,
    state,
    since,
    sealed: await seal(key, `outbox:${id}`, inside),
  })
  const isSettled = ({ state }: Entry) => state === 'done' || state === 'dropped'
  async function remove(old: readonly Entry[]): Promise<void> {
    await store.outbox.bulkDelete(old.flatMap(({ id }) => seqs.get(id) ?? []))
    entries = entries.filter((entry) => !old.includes(entry))
  }
  return {
    list: () => entries,
    async add(made) {
      const entry: Entry = { ...made, state: 'unsent', since: now() }
      seqs.set(entry.id, await store.outbox.add(await sealed(entry)))
      entries = [...entries, entry]
      return entry
    },
    async change(id, more) {
      const entry = entries.find((one) => one.id === id)
      const seq = seqs.get(id)
      if (!entry || seq === undefined) return
      const changed = { ...entry, ...more, ...(more.state ? { since: now() } : {}) }
      await store.outbox.put({ seq, ...(await sealed(changed)) })
      entries = entries.map((one) => (one.id === id ? changed : one))
    },
    async replace(id, made) {
      const seq = seqs.get(id)
      if (seq === undefined) return
      const entry: Entry = { ...made, state: 'unsent', since: now() }
      await store.outbox.put({ seq, ...(await sealed(entry)) })
      seqs.delete(id)
      seqs.set(entry.id, seq)
      entries = entries.map((one) => (one.id === id ? entry : one))
    },
    forget: (isDestroyed) => remove(entries.filter((entry) => isSettled(entry) && isDestroyed(entry))),
    tidy: (days) => remove(entries.filter((entry) => isSettled(entry) && entry.since < now() - days * 86_400_000)),
  }
}

/** So much may a clock be wrong without anybody being told, in ms. */
const toleranceMs = 5 * 60_000

/**
 * When a record is made, by a clock that may have jumped: never before what the phone knows to have been before, the server's
 * last word and the record made last. `back` where it had jumped.
 */
export function momentNow(now: number, known: readonly (string | undefined)[]): { at: string; clock?: 'back' } {
  const latest = Math.max(0, ...known.map((moment) => (moment === undefined ? 0 : Date.parse(moment))))
  return now < latest - toleranceMs ? { at: new Date(latest).toISOString(), clock: 'back' } : { at: new Date(now).toISOString() }
}

/** Records that wait to be sent or settled. */
export const isOpen = ({ state }: Pick<Entry, 'state'>): boolean => state === 'unsent' || state === 'refused'

/** The record of the outbox that this one needs and that is not done yet; nothing when it may go. */
export function waitsFor(entry: Entry, all: readonly Entry[]): Entry | undefined {
  const { uses } = idsOf(entry)
  if (uses.length === 0) return undefined
  return all.find((other) => other.id !== entry.id && isOpen(other) && idsOf(other).makes.some((id) => uses.includes(id)))
}

/** What may be sent now, in order: unsent, and waiting for nothing. */
export const sendable = (all: readonly Entry[], most: number): Entry[] =>
  all.filter((entry) => entry.state === 'unsent' && !waitsFor(entry, all)).slice(0, most)

type Settled = Partial<Pick<Entry, 'input' | 'title'>> & {
  state?: EntryState
  at?: string
  clock?: 'set-right'
  problem?: ProblemReply
  failed?: Entry['failed']
}

/** A record at which the server fails so often, for so many ms, counts as refused, and its maker sees it; a fault of an hour is the server's. */
const mostTries = 5
const longestFault = 3_600_000

/** An answer as a change of the record. */
export function settledBy(entry: Entry, answer: CommandAnswer, now: number): Settled {
  if (answer.state === 'done')
    return { state: 'done', ...(answer.at && { at: answer.at }), ...(answer.warning && { clock: 'set-right' }) }
  // Its content may not be kept here either: what is left says that it was not taken, of which door, and goes with the done ones.
  if (answer.problem?.code === 'regimes.data-destroyed')
    return { state: 'dropped', problem: answer.problem, input: {}, title: { ...entry.title, text: '' } }
  return answer.state === 'refused' ? { state: 'refused', problem: answer.problem } : refusedWith(entry, answer.problem, now)
}

/** What becomes of a record that the server could not judge: it is tried again for a while; what can never be read, not once more. */
export function refusedWith(entry: Entry, problem: unknown, now: number): Settled {
  const said = problemIn(problem)
  const failed = { times: (entry.failed?.times ?? 0) + 1, since: entry.failed?.since ?? now }
  const mayPass = said.code === 'server.broken' && (failed.times < mostTries || now - failed.since < longestFault)
  return mayPass ? { failed } : { state: 'refused', problem: said }
}

const problemIn = (problem: unknown): ProblemReply => {
  const { code, status = 500, words, facts = {} } = problem as Partial<ProblemReply> & { code: string }
  const said = words ?? { zh: code, en: code }
  return { type: `/problems/${code}`, title: said.zh, status, code, words: said, facts }
}

/**
 * The record said once more after a refusal, as the worker's own word: on the version that the server named, and without
 * the round that is over. The record it makes keeps its id, so what depends on it finds it.
 */
export function saidAgain(entry: Entry, id: string): Omit<Entry, 'since' | 'state'> {
  const { problem, asked: _, state: __, since: ___, failed: ____, clock: _____, ...same } = entry
  const input: Record<string, unknown> = { ...entry.input }
  const version = problem?.facts.version
  if ('version' in input && typeof version === 'number') input.version = version
  if (problem?.code === 'rounds.ended' || problem?.code === 'rounds.not-yet') delete input.round
  return { ...same, id, input }
}
